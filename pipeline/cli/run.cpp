#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string_view>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/data_check.hpp"
#include "pipeline/cli/parts/known.hpp"
#include "pipeline/stages/data_folder.hpp"
#include "pipeline/store/lease.hpp"
#include "version.hpp"

namespace prongsai::cli {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  prongsai ingest reports/ --db year2567.db     read a folder of PDF reports\n"
    "  prongsai findings --db year2567.db            what was flagged\n"
    "  prongsai show --db year2567.db 12             one report, as it was read\n"
    "Exit codes: 0 done, 2 usage, 3 done but some documents failed, are partial or wait for another run,\n"
    "            4 nothing could be read, 5 environment, 6 another run took the database over,\n"
    "            130 interrupted";

std::string typed(int argc, char** argv) {
  std::string line;
  for (int i = 1; i < argc; ++i) line += (i == 1 ? "" : " ") + std::string(argv[i]);
  return line;
}

// Findings speak the language of the person's system; Thai where that is Thai.
Language system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("th") ? Language::thai : Language::english;
    }
  }
  return Language::english;
}

void set_up(CLI::App& app, Context& context) {
  app.name("prongsai");
  app.set_version_flag("--version", std::string("prongsai ") + kVersion);
  app.set_help_all_flag("--help-all", "Help of all commands");
  app.add_option("--data", context.data_option, "Data folder (default: PRONGSAI_DATA, or found beside the program)");
  const std::map<std::string, Language> languages = {
      {"th", Language::thai}, {"en", Language::english}, {"both", Language::both}};
  app.add_option("--lang", context.language, "Language of findings (default: the system's)")
      ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case).description(""))
      ->type_name("{both,en,th}");
  app.set_config("--config", "prongsai.toml", "Configuration file: options under their own names")->type_name("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);  // a misspelt option is told, not passed over
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(kFooter);
  for (const Command& command : all_commands()) command.add(app, context);
}

// What was asked for went to standard output; a full disk behind it is seen at the latest here. The code of a command
// that failed by itself stands.
int told(int code) {
  std::cout.flush();
  if (std::cout || code == kUsage) return code;
  std::cerr << "prongsai: standard output cannot be written to (is the disk full?)\n";
  return kEnvironment;
}

// The command that was meant, where the word in its place is none.
std::string unknown_command(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  if (left.empty() || left.front().starts_with('-')) return "";
  std::vector<std::string> names;
  for (const Command& command : all_commands()) names.emplace_back(command.name);
  return "there is no command '" + left.front() + "'" + suggestion(left.front(), names);
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

// CLI11's words say neither which file nor which command.
int explain_error(const CLI::App& app, const std::string& command_line, const CLI::ParseError& error) {
  std::string what;
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) what = unknown_command(app);
  const bool in_file = dynamic_cast<const CLI::ConfigError*>(&error) != nullptr;
  if (in_file) what = fault_of_file(app.get_config_ptr()->as<std::string>(), error.what());
  if (what.empty() && error.get_exit_code() != 0) what = fault_of_value(app, command_line, error.what());
  if (what.empty()) return app.exit(error) == 0 ? kDone : kUsage;
  std::cerr << "prongsai: " << what << '\n';
  return kUsage;
}

}  // namespace

std::filesystem::path Context::unchecked_data_folder() const {
  return stages::find_data_folder(data_option);
}

std::filesystem::path Context::data_folder() const {
  if (!checked_data) {
    const std::filesystem::path folder = unchecked_data_folder();
    check_data(folder);
    checked_data = folder;
  }
  return *checked_data;
}

int run(int argc, char** argv) {
  Context context;
  context.command_line = typed(argc, argv);
  context.language = system_language();
  CLI::App app(
      "Reads the reports that Thai offices submit for the Integrity and Transparency Assessment (ITA)\n"
      "into a database that can be checked.");
  set_up(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return told(explain_error(app, context.command_line, error));
  } catch (const store::TakenOver& error) {
    std::cerr << "prongsai: " << error.what() << '\n';
    return kTakenOver;
  } catch (const std::exception& error) {
    std::cerr << "prongsai: " << error.what() << '\n';
    return kEnvironment;
  }
  return told(context.exit_code);
}

}  // namespace prongsai::cli
