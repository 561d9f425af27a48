// Names that a report counts: "โรงพยาบาลชุมชน ๑๒ แห่ง" are twelve hospitals of a kind, and no office.
#pragma once

#include <string>

#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

class CountedNames {
 public:
  // Both must outlive this.
  CountedNames(const Document& document, const Labels& labels) : document_(&document), labels_(&labels) {}

  // Whether a paragraph says how many there are of that name.
  [[nodiscard]] bool counts(const std::string& name) const;

 private:
  const Document* document_;
  const Labels* labels_;
};

}  // namespace prongsai::layouts
