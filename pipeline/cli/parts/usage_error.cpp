#include "pipeline/cli/parts/usage_error.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/cli/parts/known.hpp"
#include "pipeline/cli/parts/own_words.hpp"

namespace prongsai::cli {
namespace {

// The command that was meant, where the word in its place is none.
std::string unknown_command(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  if (left.empty() || left.front().starts_with('-')) return "";
  std::vector<std::string> names;
  for (const Command& command : all_commands()) names.emplace_back(command.name);
  return "there is no command '" + left.front() + "'" + suggestion(left.front(), names);
}

// The option that was meant, where one is mistyped.
std::string unknown_option(const CLI::App& app) {
  std::vector<std::string> names;
  const auto add = [&](const CLI::App& one) {
    for (const CLI::Option* option : one.get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  };
  add(app);
  for (const CLI::App* command : app.get_subcommands()) add(*command);
  for (const std::string& left : app.remaining(true)) {
    const std::string name = left.substr(0, left.find('='));
    if (name.starts_with("--")) return "there is no option '" + name + "'" + suggestion(name, names);
  }
  return "";
}

// What is wrong with a configuration file, with the line that it stands in. CLI11 tells the option's name last.
std::string fault_of_file(const std::string& file, const std::string& said) {
  const std::string name = said.substr(said.find_last_of(' ') + 1);
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t=", begin), line.size());
    const std::string key = line.substr(begin, end - begin);
    if (!key.empty() && (key == name || name.ends_with('.' + key)))
      return file + ':' + std::to_string(number) + ": there is no option '" + key + "', or it takes no such value";
  }
  return file + ": " + said;
}

// The first "--name" in what CLI11 says, without its dashes; "" for none.
std::string option_named(const std::string& said) {
  const auto dashes = said.find("--");
  if (dashes == std::string::npos) return "";
  const auto end = said.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", dashes + 2);
  return said.substr(dashes + 2, end == std::string::npos ? end : end - dashes - 2);
}

bool was_typed(const std::string& command_line, const std::string& option) {
  const std::string words = ' ' + command_line + ' ';
  return words.find(" --" + option + ' ') != std::string::npos || words.find(" --" + option + '=') != std::string::npos;
}

// The line of a configuration file that gives an option of the whole program or of `command`; 0 for none.
int line_of_option(const std::string& file, const std::string& command, const std::string& option) {
  std::ifstream in(file);
  std::string line;
  std::string section;
  int found = 0;
  for (int number = 1; std::getline(in, line); ++number) {
    line.erase(0, line.find_first_not_of(" \t"));
    if (line.starts_with('[')) section = line.substr(1, line.find(']') - 1);
    const std::string key = line.substr(0, line.find_first_of(" \t="));
    const bool in_command = section == command && key == option;
    if (in_command || (section.empty() && (key == option || key == command + '.' + option))) found = number;
  }
  return found;
}

// What is wrong with a value that a configuration file gives, with its place there; "" for one that was typed.
std::string fault_of_value(const CLI::App& app, const std::string& command_line, const std::string& said) {
  const std::string option = option_named(said);
  if (option.empty() || was_typed(command_line, option)) return "";
  const std::string file = app.get_config_ptr()->as<std::string>();
  const auto commands = app.get_subcommands();
  const int line = line_of_option(file, commands.empty() ? "" : commands.front()->get_name(), option);
  return line == 0 ? "" : file + ':' + std::to_string(line) + ": " + said;
}

// CLI11's words say neither which file nor which command. "" where they say enough.
std::string fault_of(const CLI::App& app, const std::string& command_line, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (std::string fault = unknown_command(app); !fault.empty()) return fault;
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unknown_option(app);
  if (dynamic_cast<const CLI::ConfigError*>(&error) != nullptr)
    return fault_of_file(app.get_config_ptr()->as<std::string>(), error.what());
  return error.get_exit_code() == 0 ? "" : fault_of_value(app, command_line, error.what());
}

}  // namespace

int explain_error(CLI::App& app, const Context& context, const CLI::ParseError& error) {
  const bool asks_for_help = error.get_exit_code() == 0;
  if (asks_for_help) {
    if (const auto thai = thai_words(context)) thai->put_into(app);
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  if (const std::string fault = fault_of(app, context.command_line, error); !fault.empty()) {
    std::cerr << "prongsai: " << context.told(fault) << '\n';
  } else {
    std::stringstream said;
    (void)app.exit(error, said, said);
    for (std::string line; std::getline(said, line);) std::cerr << context.told(line) << '\n';
  }
  return kUsage;
}

}  // namespace prongsai::cli
