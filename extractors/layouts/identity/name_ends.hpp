// Where an office's name ends that no list vouches for: at a word that no name goes on with, at the next office's name,
// at a bracket or a comma.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/identity/office_heads.hpp"
#include "extractors/layouts/words/labels.hpp"

namespace prongsai::layouts {

class NameEnds {
 public:
  explicit NameEnds(const Labels& labels) : labels_(&labels), heads_(labels) {}

  // Of the name that begins at a byte of the line with a word for an office of `head` bytes: the byte behind its last.
  [[nodiscard]] std::size_t end_of_name(std::string_view line, std::size_t begin, std::size_t head) const;

  // "เทศบาลตำบลคลองใหม่พัฒนา ได้": a blank and a verb of getting tell that a printed run is a name to its end.
  [[nodiscard]] bool gets_something(std::string_view rest) const;

  // Whether the rest of a printed run, right behind the name that lists found in it, is no sentence of that office.
  [[nodiscard]] bool goes_on_with(std::string_view rest) const;

 private:
  [[nodiscard]] std::size_t end_by_marks(std::string_view line, std::size_t begin, std::size_t head) const;
  [[nodiscard]] std::size_t without_predicate(std::string_view own) const;
  [[nodiscard]] bool number_goes_on(std::string_view name, std::string_view rest) const;
  [[nodiscard]] bool word_goes_on(std::string_view name, std::string_view rest) const;
  [[nodiscard]] bool gets_a_figure(std::string_view rest) const;
  [[nodiscard]] static std::size_t begin_of_echo(std::string_view name);
  [[nodiscard]] bool joins_another(std::string_view rest) const;

  const Labels* labels_;
  OfficeHeads heads_;
};

}  // namespace prongsai::layouts
