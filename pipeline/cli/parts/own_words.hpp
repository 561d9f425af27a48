// What the program says of itself (help) and of what failed, in Thai, by data/messages/command_line.json.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "extractors/text/data/sayings.hpp"
#include "pipeline/cli/commands.hpp"

namespace prongsai::cli {

class OwnWords {
 public:
  // Throws std::runtime_error naming file and line.
  explicit OwnWords(const std::filesystem::path& file);

  // An error in Thai. What stands before a colon may be anything, such as a file or an option; a message that the file
  // lacks stays as it is.
  [[nodiscard]] std::string of_error(const std::string& english) const;
  // A text of help in Thai: examples stay, what is said beside and around them is told. A text that the file lacks
  // stays as it is.
  [[nodiscard]] std::string of_help(const std::string& english) const;
  // Help of the whole program.
  void put_into(CLI::App& app) const;

 private:
  [[nodiscard]] std::optional<std::string> known_error(const std::string& english) const;
  [[nodiscard]] std::string help_line(const std::string& english) const;
  void put_into_options(CLI::App& app, CLI::FormatterBase& formatter) const;

  text::Sayings help_;
  text::Sayings errors_;
};

// Nothing where the language is another, or where the data folder or its file cannot be read: then English serves.
[[nodiscard]] std::optional<OwnWords> thai_words(const Context& context);

}  // namespace prongsai::cli
