// Titles of persons (the lexicon's) and the words of data/export/person_names.yaml. For this library only.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// Words, each as it is or as the beginning of others.
class WordList {
 public:
  // `word` ends in … where it stands for all that begin so.
  void add(std::string_view word);

  [[nodiscard]] bool holds(std::string_view word) const;

  // Where in `word`, behind its first letters, one of the long beginnings of the list begins; its size for none.
  [[nodiscard]] std::size_t first_inside(std::string_view word) const;

 private:
  std::set<std::string, std::less<>> whole_;
  std::vector<std::string> beginnings_;
};

struct TitleWords {
  std::vector<std::string> plain;  // longest first, as are the next three
  std::vector<std::string> learned;
  std::vector<std::string> abbreviated;
  std::vector<std::string> latin;
  std::vector<std::string> before;
  std::vector<std::string> not_after;
  WordList ordinary;
  WordList no_given;
  WordList no_surname;
};

// Throws std::runtime_error with file and line: no such file, a list that is missing, empty or unknown, an empty word.
[[nodiscard]] TitleWords load_title_words(const std::filesystem::path& file);

}  // namespace prongsai::text
