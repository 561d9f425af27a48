// prongsai collect: fetches what offices published, and looks for the way there from their main sites.
#include <iostream>
#include <memory>

#include "pipeline/cli/parts/collect_progress.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/line_log.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/collect/collect_run.hpp"
#include "pipeline/stages/data_folder.hpp"
#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/store/lease.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

struct CollectOptions {
  fs::path manifest;
  fs::path db = "prongsai.db";
  std::optional<fs::path> log;
  collect::CollectSettings settings;
  std::string shard = "1/1";
  long long delay_ms = 500;
  long long retry_wait_ms = 10'000;
  long long timeout_seconds = 300;
  long long max_mib = 100;
  workers::ProgressStyle progress = workers::ProgressStyle::automatic;
};

// "2/8"
void read_shard(CollectOptions& options) {
  char slash = 0;
  std::istringstream in(options.shard);
  in >> options.settings.shard >> slash >> options.settings.shards;
  if (!in || slash != '/' || options.settings.shard < 1 || options.settings.shard > options.settings.shards)
    throw CLI::ValidationError("--shard", "expected K/N with K from 1 to N, such as 2/8");
}

void complete_settings(CollectOptions& options, const Context& context) {
  read_shard(options);
  collect::FetchSettings& fetch = options.settings.fetch;
  fetch.delay = std::chrono::milliseconds(options.delay_ms);
  fetch.retry_wait = std::chrono::milliseconds(options.retry_wait_ms);
  fetch.timeout = std::chrono::seconds(options.timeout_seconds);
  fetch.max_bytes = options.max_mib << 20U;
  options.settings.data_folder = context.data_folder();
}

// One line an item: time, state, place, item, office, address, and what decided the state.
std::function<void(const collect::ItemLook&)> log_of_looks(const CollectOptions& options) {
  auto log = open_line_log(options.log.value_or(options.db.string() + ".collect.log"));
  return [log](const collect::ItemLook& look) {
    const ManifestRow& row = look.item.row;
    const Publication& facts = look.facts;
    std::string line;
    for (const std::string& part :
         {store::name_of(facts.state), store::name_of(facts.place), row.item_code.value_or("-"),
          row.agency.value_or("-"), row.published_url.value_or("-")}) {
      line += (line.empty() ? "" : " ") + printable(part);
    }
    log(line + (facts.because.empty() ? "" : ": " + printable(facts.because)));
  };
}

collect::CollectHooks hooks_of(CollectOptions& options, CollectReporter& reporter) {
  workers::ReaderChoice choice;
  choice.data_folder = options.settings.data_folder;
  choice.models.model = "none";
  collect::CollectHooks hooks;
  hooks.page_worker = [] { return workers::start_program({"/proc/self/exe", "page_worker"}); };
  hooks.judge = workers::lazy_judge(choice);
  hooks.judge_version = stages::version_of(choice.data_folder).judging;
  hooks.stop = [] { return interrupted(); };
  hooks.progress = [&reporter](const collect::CollectProgress& progress) { reporter.update(progress); };
  hooks.on_item = log_of_looks(options);
  return hooks;
}

int run_collect(CollectOptions& options, const Context& context) {
  complete_settings(options, context);
  const stages::RowList rows = stages::read_addresses(options.manifest);
  const std::string name = stages::display_path(options.manifest);
  store::Store store(options.db, store::Open::create);
  store::join_lease(store);
  CollectReporter reporter(options.progress);
  watch_for_interrupt();
  const auto hooks = hooks_of(options, reporter);
  const collect::CollectResult result = collect::run_collect(options.settings, rows, name, store, hooks);
  reporter.finish(result.progress);
  const long long open = tell_states(store, name);
  if (result.interrupted) return kInterrupted;
  if (rows.empty()) return kNothingRead;
  return open > 0 ? kPartly : kDone;
}

void add_polite_options(CLI::App& command, CollectOptions& options) {
  collect::FetchSettings& fetch = options.settings.fetch;
  command
      .add_option("--contact", fetch.contact, "Page or mailbox at which server owners reach you; told to each server")
      ->required();
  command.add_option("--connections", fetch.connections, "Connections at once")
      ->check(CLI::Range(1, 512))
      ->capture_default_str();
  command.add_option("--per-host", fetch.per_host, "Connections at once to one host")
      ->check(CLI::Range(1, 16))
      ->capture_default_str();
  command.add_option("--delay-ms", options.delay_ms, "Between two requests to one host")
      ->check(CLI::Range(0, 600'000))
      ->capture_default_str();
  command.add_option("--tries", fetch.tries, "Tries where a site is busy or away")
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  command.add_option("--retry-wait-ms", options.retry_wait_ms, "Before the second try; doubled for each further")
      ->check(CLI::Range(0, 3'600'000))
      ->capture_default_str();
  command.add_option("--timeout-seconds", options.timeout_seconds, "Longest time for one answer")
      ->check(CLI::Range(1, 86'400))
      ->capture_default_str();
  command.add_option("--max-mib", options.max_mib, "Largest document, MiB")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
}

void add_walk_options(CLI::App& command, CollectOptions& options) {
  command.add_option("--pages", options.settings.walk.pages, "Most pages of a main site that are looked at")
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  command.add_option("--depth", options.settings.walk.depth, "Most clicks from the main site")
      ->check(CLI::Range(1, 50))
      ->capture_default_str();
  command.add_option("--offices", options.settings.offices, "Offices under way at once")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command.add_option("--shard", options.shard, "K/N: only the K-th of N shares of the offices");
  command.add_flag("--retry", options.settings.open_only, "Only what could not be checked so far");
}

void add_address_options(CLI::App& command, CollectOptions& options) {
  collect::FetchSettings& fetch = options.settings.fetch;
  command.add_flag("--allow-private", fetch.allow_private, "Ask addresses inside this network, too");
  command.add_option("--allow-address", fetch.allowed_addresses, "Ask this number, though it is not public");
  command.add_option("--resolve", fetch.resolve, "HOST:PORT:NUMBER: ask this number for that host");
  command.add_option("--ca-file", fetch.ca_file, "Certificates to trust instead of the system's")
      ->check(CLI::ExistingFile);
  command.add_flag("--accept-certificates", fetch.accept_certificates,
                   "Fetch from sites whose certificate is not valid, and flag it");
}

}  // namespace

void add_collect(CLI::App& app, Context& context) {
  auto options = std::make_shared<CollectOptions>();
  CLI::App* command = app.add_subcommand("collect", "Fetch what offices published, and find it from their main sites");
  command
      ->add_option("MANIFEST", options->manifest, "List with the columns agency, item_code, main_site, published_url")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--out", options->settings.folder, "Folder for documents, pages and archives")->required();
  command->add_option("--db", options->db, "Database")->capture_default_str();
  add_polite_options(*command, *options);
  add_walk_options(*command, *options);
  add_address_options(*command, *options);
  command->add_option("--log", options->log,
                      "Log file, one line an item (default: the database's name + .collect.log)");
  add_progress_option(*command, options->progress);
  command->footer(
      "Stop it with Ctrl-C: the next run goes on, and asks nothing twice. Run again once it is done, it asks what "
      "changed.\n"
      "Ends with 3 when something could not be checked (--retry asks for that alone).\n"
      "Examples:\n"
      "  prongsai collect published.csv --out collected/ --db year2567.db --contact ita@office.example\n"
      "  prongsai ingest collected/ --db year2567.db");
  command->callback([options, &context] { context.exit_code = run_collect(*options, context); });
}

}  // namespace prongsai::cli
