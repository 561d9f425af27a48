#include "pipeline/cli/parts/own_words.hpp"

#include <array>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "pipeline/cli/parts/terminal.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kProseWidth = 100;  // columns
constexpr std::string_view kColon = ": ";

// CLI11 counts bytes where it sets texts beside options; Thai letters have several, and some take no column.
class ThaiFormatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    const std::string left = "  " + make_option_name(option, is_positional) + make_option_opts(option);
    const std::size_t width = width_of(left);
    const std::string between =
        width >= column_width_ ? "\n" + std::string(column_width_, ' ') : std::string(column_width_ - width, ' ');
    return left + between + make_option_desc(option) + "\n";
  }
};

text::DataNode checked(const std::filesystem::path& file) {
  text::DataNode root = text::read_data_file(file);
  root.allow_keys({"about", "help", "errors"});
  return root;
}

std::string unchanged(const std::string& part) {
  return part;
}

// Two blanks and no more before a line: an example of what may be typed.
bool is_example(const std::string& line) {
  return line.starts_with("  ") && line.size() > 2 && line[2] != ' ';
}

}  // namespace

OwnWords::OwnWords(const std::filesystem::path& file)
    : help_(checked(file).at("help")), errors_(checked(file).at("errors")) {}

std::optional<std::string> OwnWords::known_error(const std::string& english) const {
  const auto behind = [&](std::size_t colon) -> std::optional<std::string> {
    const auto thai = known_error(english.substr(colon + kColon.size()));
    return thai ? std::optional(english.substr(0, colon + kColon.size()) + *thai) : std::nullopt;
  };
  // A word before it: an option, a file, a line of a file.
  std::size_t colon = english.find(kColon);
  if (colon < english.find(' ')) {
    if (auto thai = behind(colon)) return thai;
  }
  if (auto whole = errors_.in_thai(english, [this](const std::string& part) { return of_error(part); })) return whole;
  for (; colon != std::string::npos; colon = english.find(kColon, colon + 1)) {
    if (auto thai = behind(colon)) return thai;
  }
  return std::nullopt;
}

std::string OwnWords::of_error(const std::string& english) const {
  std::string thai;
  std::istringstream lines(english);
  for (std::string line; std::getline(lines, line);)
    thai += (thai.empty() ? "" : "\n") + known_error(line).value_or(line);
  return thai;
}

std::string OwnWords::help_line(const std::string& english) const {
  return help_.in_thai(english, unchanged).value_or(english);
}

std::string OwnWords::of_help(const std::string& english) const {
  std::string thai;
  std::string prose;
  const auto end_prose = [&] {
    if (prose.empty()) return;
    for (const std::string& line : wrap(help_line(prose), kProseWidth)) thai += line + '\n';
    prose.clear();
  };
  std::istringstream lines(english);
  for (std::string line; std::getline(lines, line);) {
    const bool stands_alone = is_example(line) || line.ends_with(':');
    if (stands_alone) end_prose();
    if (is_example(line)) {
      const std::size_t beside = line.find("   ", 2);  // what the example is for
      const std::size_t at = beside == std::string::npos ? beside : line.find_first_not_of(' ', beside);
      thai += (at == std::string::npos ? line : line.substr(0, at) + help_line(line.substr(at))) + '\n';
    } else {
      line.erase(0, line.find_first_not_of(' '));
      prose += (prose.empty() ? "" : " ") + line;
    }
    if (stands_alone) end_prose();
  }
  end_prose();
  if (!thai.empty()) thai.pop_back();
  return thai;
}

void OwnWords::put_into_options(CLI::App& app, CLI::FormatterBase& formatter) const {
  for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
    option->description(help_line(option->get_description()));
    if (!option->get_group().empty()) option->group(help_line(option->get_group()));
    if (const std::string type = option->get_type_name(); !type.empty()) formatter.label(type, help_line(type));
  }
}

void OwnWords::put_into(CLI::App& app) const {
  const auto formatter = std::make_shared<ThaiFormatter>();
  for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED", "Excludes"})
    formatter->label(label, help_line(label));
  const auto put = [&](CLI::App& one) {
    one.formatter(formatter);
    one.description(of_help(one.get_description()));
    one.footer(of_help(one.get_footer()));
    put_into_options(one, *formatter);
  };
  put(app);
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    put(*command);
    if (!command->get_group().empty()) command->group(help_line(command->get_group()));
  }
}

std::optional<OwnWords> thai_words(const Context& context) {
  if (context.language != Language::thai) return std::nullopt;
  try {
    return OwnWords(context.unchecked_data_folder() / "command_line" / "thai.json");
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

}  // namespace prongsai::cli
