#include "pipeline/cli/parts/self_description.hpp"

#include "extractors/text/unicode/joined.hpp"

namespace prongsai::cli {
namespace {

// CLI11 writes the words of IsMember into the type's name: TEXT:{table,csv,json}.
std::vector<std::string> words_in(const std::string& type) {
  std::vector<std::string> words;
  const auto from = type.find('{');
  const auto to = type.find('}');
  if (from == std::string::npos || to == std::string::npos) return words;
  std::string word;
  for (const char c : type.substr(from + 1, to - from - 1) + ",") {
    if (c != ',') {
      word += c;
    } else {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

// TEXT:FILE → FILE; TEXT:{…} → the words with bars between.
std::string value_name(const std::string& type, const std::vector<std::string>& words) {
  if (!words.empty()) return text::joined(words, "|");
  return type.substr(type.rfind(':') == std::string::npos ? 0 : type.rfind(':') + 1);
}

DescribedOption described(const CLI::Option& option) {
  DescribedOption out;
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  if (out.names.empty()) out.positional = option.get_name(true);
  const bool takes_value = option.get_expected_max() > 0 && option.get_type_size_max() > 0;
  if (takes_value) {
    out.values = words_in(option.get_type_name());
    out.value = value_name(option.get_type_name(), out.values);
  }
  out.text = option.get_description();
  if (!option.get_default_str().empty()) out.text += " (default: " + option.get_default_str() + ")";
  out.required = option.get_required();
  out.many = option.get_expected_max() > 1;
  return out;
}

}  // namespace

std::vector<DescribedOption> describe_options(const CLI::App& app) {
  std::vector<DescribedOption> options;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) options.push_back(described(*option));
  }
  return options;
}

std::vector<DescribedCommand> describe_commands(const CLI::App& app) {
  std::vector<DescribedCommand> commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_group().empty()) continue;
    commands.push_back(
        {command->get_name(), command->get_description(), command->get_footer(), describe_options(*command)});
  }
  return commands;
}

}  // namespace prongsai::cli
