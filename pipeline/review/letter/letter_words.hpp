// What the letter to an office says besides what was found: data/review/letter.json.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace prongsai::review {

class LetterWords {
 public:
  // Throws std::runtime_error naming file and line, also where a word is missing or unknown.
  explicit LetterWords(const std::filesystem::path& file);

  // The words under a key of that file, with the parts in place of its {}s, in their order.
  [[nodiscard]] std::string say(const std::string& key, const std::vector<std::string>& parts = {}) const;

  // Whether the words of findings of this code are the program's about the file, and none of the report.
  [[nodiscard]] bool leaves_words_out(const std::string& code) const { return without_words_.contains(code); }

 private:
  std::map<std::string, std::string, std::less<>> words_;
  std::set<std::string, std::less<>> without_words_;
};

}  // namespace prongsai::review
