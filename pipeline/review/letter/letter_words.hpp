// What the letter to an office says besides what was found: data/review/letter.json.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace prongsai::review {

class LetterWords {
 public:
  // Throws std::runtime_error naming file and line, also where a word is missing or unknown.
  explicit LetterWords(const std::filesystem::path& file);

  // The words under a key of that file, with the parts in place of its {}s, in their order.
  [[nodiscard]] std::string say(const std::string& key, const std::vector<std::string>& parts = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace prongsai::review
