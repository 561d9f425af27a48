// prongsai checks: what can be flagged, and how grave it is.
#include <iostream>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::cli {
namespace {

void write(const std::string& left, const std::string& text) {
  constexpr std::size_t kLeft = 33;
  std::string first = fit(left, kLeft);
  for (const std::string& line : wrap(text, std::max<std::size_t>(terminal_width(), kLeft + 30) - kLeft)) {
    std::cout << first << line << '\n';
    first = std::string(kLeft, ' ');
  }
}

void list_checks(const Context& context) {
  const checks::Rules rules(context.data_folder());
  for (const checks::CheckInfo& check : checks::describe_checks(rules)) {
    std::string left = fit(check.code, 23) + store::name_of(check.severity);
    if (!check.enabled) left += " off";
    if (context.language != Language::english) write(left, check.meaning_th);
    if (context.language == Language::both) left = "";
    if (context.language != Language::thai) write(left, check.meaning_en);
  }
}

}  // namespace

void add_checks(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("checks", "List what can be flagged");
  command->footer("Examples:\n  prongsai checks\n  prongsai checks --lang th");
  command->callback([&context] { list_checks(context); });
}

}  // namespace prongsai::cli
