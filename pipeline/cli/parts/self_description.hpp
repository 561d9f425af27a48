// The program's commands and options as its own command line knows them: what the manual page and the completions are
// made from, so that they cannot say anything else.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace prongsai::cli {

struct DescribedOption {
  std::vector<std::string> names;   // --db; -h, --help
  std::string positional;           // PATH; "" for an option
  std::string value;                // what it takes, as a word for people; "" for a flag
  std::vector<std::string> values;  // the words that it takes, where they are known
  std::string text;
  bool required = false;
  bool many = false;  // takes more than one value
};

struct DescribedCommand {
  std::string name;
  std::string text;
  std::string footer;
  std::vector<DescribedOption> options;
};

// Options that are shown in help, of the app itself or of one command.
[[nodiscard]] std::vector<DescribedOption> describe_options(const CLI::App& app);
// Commands that are shown in help, in their order.
[[nodiscard]] std::vector<DescribedCommand> describe_commands(const CLI::App& app);

}  // namespace prongsai::cli
