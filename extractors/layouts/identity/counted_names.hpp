// Names that a report counts: "โรงพยาบาลชุมชน ๑๒ แห่ง" are twelve hospitals of a kind, and no office.
#pragma once

#include <string>
#include <vector>

#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

class CountedNames {
 public:
  // The labels must outlive this.
  CountedNames(const Document& document, const Labels& labels);

  // Whether a paragraph says how many there are of that name.
  [[nodiscard]] bool counts(const std::string& name) const;

 private:
  std::vector<std::string> paragraphs_;  // tight
  const Labels* labels_;
};

}  // namespace prongsai::layouts
