#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <string_view>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/data_check.hpp"
#include "pipeline/cli/parts/known.hpp"
#include "pipeline/cli/parts/own_words.hpp"
#include "pipeline/cli/parts/usage_error.hpp"
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

const std::map<std::string, int> kLanguages = {{"th", static_cast<int>(Language::thai)},
                                               {"en", static_cast<int>(Language::english)},
                                               {"both", static_cast<int>(Language::both)}};

// The language that is typed, for what fails before the command line is understood.
Language asked_language(int argc, char** argv) {
  Language language = system_language();
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (word == "--lang" && i + 1 < argc) word += '=' + std::string(argv[++i]);
    if (!word.starts_with("--lang=")) continue;
    const auto known = kLanguages.find(CLI::detail::to_lower(word.substr(word.find('=') + 1)));
    if (known != kLanguages.end()) language = static_cast<Language>(known->second);
  }
  return language;
}

// What was asked for went to standard output; a full disk behind it is seen at the latest here. The code of a command
// that failed by itself stands.
int written(const Context& context, int code) {
  std::cout.flush();
  if (std::cout || code == kUsage) return code;
  std::cerr << "prongsai: " << context.told("standard output cannot be written to (is the disk full?)") << '\n';
  return kEnvironment;
}

}  // namespace

void set_up(CLI::App& app, Context& context) {
  app.name("prongsai");
  app.description(
      "Reads the reports that Thai offices submit for the Integrity and Transparency Assessment (ITA)\n"
      "into a database that can be checked.");
  app.set_version_flag("--version", std::string("prongsai ") + kVersion);
  app.set_help_all_flag("--help-all", "Help of all commands");
  app.add_option("--data", context.data_option, "Data folder (default: PRONGSAI_DATA, or found beside the program)");
  app.add_option("--lang", context.language, "Language of findings (default: the system's)")
      ->transform(one_of(kLanguages))
      ->type_name("{both,en,th}");
  app.set_config("--config", "prongsai.toml", "Configuration file: options under their own names")->type_name("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);  // a misspelt option is told, not passed over
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(kFooter);
  for (const Command& command : all_commands()) command.add(app, context);
}

std::filesystem::path Context::unchecked_data_folder() const {
  return stages::find_data_folder(data_option);
}

std::string Context::told(const std::string& english) const {
  const auto thai = thai_words(*this);
  return thai ? thai->of_error(english) : english;
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
  context.language = asked_language(argc, argv);
  CLI::App app;
  set_up(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return written(context, explain_error(app, context, error));
  } catch (const store::TakenOver& error) {
    std::cerr << "prongsai: " << context.told(error.what()) << '\n';
    return kTakenOver;
  } catch (const std::exception& error) {
    std::cerr << "prongsai: " << context.told(error.what()) << '\n';
    return kEnvironment;
  }
  return written(context, context.exit_code);
}

}  // namespace prongsai::cli
