// prongsai check: judges again what was read before, from the database alone; no report is opened.
#include <iostream>
#include <memory>
#include <optional>

#include "pipeline/cli/parts/comparing.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/known.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::cli {
namespace {

struct CheckOptions {
  std::filesystem::path db = "prongsai.db";
  std::optional<std::int64_t> id;
};

int check(const CheckOptions& options, const Context& context) {
  workers::ReaderChoice choice;
  choice.data_folder = context.data_folder();
  choice.models.model = "none";  // nothing is read
  const workers::Versions versions = workers::versions_of(choice);
  const auto extractor = workers::make_extractor(choice);
  store::Store store(options.db, store::Open::existing);
  if (options.id && !store.find(*options.id))
    throw CLI::ValidationError("--id", no_submission(*options.id, options.db));
  store.save_data_set(versions.judging, versions.files);
  watch_for_interrupt();
  long long judged = 0;
  store.for_each([&](const store::StoredSubmission& stored) {
    if (interrupted() || (options.id && stored.id != *options.id)) return;
    store.save_judgement(stored.id, extractor->judge(stored.submission, store.load_corrected(stored.id)),
                         versions.judging);
    ++judged;
  });
  if (interrupted()) return kInterrupted;
  compare_all(store, {options.db, choice.data_folder, versions.judging, std::nullopt},
              [](const std::string& line) { std::cerr << "prongsai: " << line << '\n'; });
  const store::Totals all = store::totals(store);
  std::cerr << judged << " documents judged again; in the database: " << all.errors << " errors, " << all.warnings
            << " warnings, " << all.infos << " for information\n";
  return judged == 0 ? kNothingRead : kDone;
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Judge again what was read, without opening a report");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_option("--id", options->id, "Only this submission");
  command->footer(
      "After a change of checks, rubrics or messages in the data folder.\n"
      "Examples:\n  prongsai check --db year2567.db");
  command->callback([options, &context] { context.exit_code = check(*options, context); });
}

}  // namespace prongsai::cli
