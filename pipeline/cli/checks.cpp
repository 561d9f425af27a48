// prongsai checks: what can be flagged, and how grave it is.
#include <iostream>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kLeftColumn = 33;  // columns of code and severity

void list_checks(const Context& context) {
  const checks::Rules rules(context.data_folder());
  for (const checks::CheckInfo& check : checks::describe_checks(rules)) {
    std::string left = fit(check.code, 23) + store::name_of(check.severity);
    if (!check.enabled) left += " off";
    if (context.language != Language::english) write_beside(left, check.meaning_th, kLeftColumn);
    if (context.language == Language::both) left = "";
    if (context.language != Language::thai) write_beside(left, check.meaning_en, kLeftColumn);
  }
}

}  // namespace

void add_checks(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("checks", "List what can be flagged");
  command->footer("Examples:\n  prongsai checks\n  prongsai checks --lang th");
  command->callback([&context] { list_checks(context); });
}

}  // namespace prongsai::cli
