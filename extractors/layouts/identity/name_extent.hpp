// How far a name of an office's own reaches that no list vouches for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/words/tight_text.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

// Whether no Thai letter goes on at a byte of the text: a name that ends there is seen to end.
[[nodiscard]] bool ends_clean(std::string_view text, std::size_t at);

// A name that was cut where its line ended ("…จังหวัดสาย" before "ลำธาร"), whole: it goes on as all paragraphs of the
// document that hold it do, two at least, where in one of them that is all that goes on. Nothing where one shows its
// end.
[[nodiscard]] std::optional<std::string> completed_name(const std::string& name, const Document& document);

// The paragraphs of a document as names are looked for in them, made ready once. The document must outlive this.
class NamePassages {
 public:
  explicit NamePassages(const Document& document);

  // A name that a headline's verb was taken into ("โรงพยาบาลบ้านสวน|ติดอันดับ"), without it: its longest beginning of whole
  // words that stands twice at least elsewhere in the document and ends there, while the whole stands once and no more.
  // Words that parts of places are told apart by (`place_suffixes`, ใหญ่, เหนือ) are no verbs. Nothing where there is
  // none.
  [[nodiscard]] std::optional<std::string> shortened(const std::string& name,
                                                     const std::vector<std::string>& place_suffixes) const;

 private:
  struct Occurrences {
    int all = 0;
    int ended = 0;  // where the name is seen to end
  };
  [[nodiscard]] Occurrences occurrences_of(const std::string& tight_name) const;

  const Document* document_;
  std::vector<TightText> texts_;  // one a paragraph
};

}  // namespace prongsai::layouts
