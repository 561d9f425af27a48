// prongsai merge: unites the databases of several machines.
#include "pipeline/store/merge.hpp"

#include <iostream>
#include <memory>
#include <optional>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/comparing.hpp"
#include "pipeline/cli/parts/summary.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/stages/data_folder.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/intake.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/shards.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

struct MergeOptions {
  fs::path out;
  std::vector<fs::path> shards;
  std::optional<fs::path> lists;
};

// Files of the lists that the database does not hold, or holds unread: the first few by name, how many of each list,
// how many in all.
long long tell_missing(store::Store& store, const fs::path& folder) {
  constexpr long long kShown = 20;
  long long missing = 0;
  int incomplete = 0;
  const std::vector<fs::path> lists = workers::shard_lists(folder);
  for (const fs::path& list : lists) {
    long long of_list = 0;
    const std::vector<fs::path> paths = stages::read_list(list);
    for (const fs::path& path : paths) {
      const auto found = store.find_path(stages::canonical_text(path));
      if (found && found->status != Status::deferred) continue;
      ++of_list;
      if (++missing <= kShown)
        std::cerr << (found ? "deferred: " : "missing: ") << printable(stages::display_path(path)) << '\n';
    }
    if (of_list == 0) continue;
    ++incomplete;
    std::cerr << "missing: " << of_list << " of " << paths.size() << " documents of " << list.filename().string()
              << '\n';
  }
  if (missing > 0) {
    std::cerr << "missing: " << missing << " documents in all, of " << incomplete << " of " << lists.size()
              << " lists\n";
  }
  return missing;
}

int merge(const MergeOptions& options, const Context& context) {
  store::Store store(options.out, store::Open::create);
  for (const fs::path& shard : options.shards) {
    const store::MergeCounts counts = store::merge_shard(store, shard);
    std::cerr << printable(stages::display_path(shard)) << ": " << counts.taken << " documents taken, " << counts.kept
              << " kept as they were, " << counts.reviews << " reviewers' changes\n";
  }
  const fs::path data = context.data_folder();
  const auto tell = [](const std::string& line) { std::cerr << "prongsai: " << printable(line) << '\n'; };
  guarded_judge(data)->judge_all(store, tell);
  const bool compared = compare_all(store, {options.out, data, stages::version_of(data).judging, std::nullopt}, tell);
  const store::Totals all = store::totals(store);
  std::cerr << "The database: " << all.submissions << " documents, " << all.pages << " pages, " << all.failed
            << " failed, " << all.partial << " partial" << deferred_part(all) << '\n';
  const long long missing = options.lists ? tell_missing(store, *options.lists) : 0;
  return missing > 0 || !compared ? kPartly : kDone;
}

}  // namespace

void add_merge(CLI::App& app, Context& context) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command = app.add_subcommand("merge", "Unite the databases of several machines");
  command->add_option("OUT", options->out, "Database to write; made when it is not there")->required();
  command->add_option("SHARD", options->shards, "Databases to take in")->required()->check(CLI::ExistingFile);
  command->add_option("--lists", options->lists, "Folder of `prongsai shard`: tell what is still missing")
      ->check(CLI::ExistingDirectory);
  command->footer(
      "In any order, any number of times. Of two readings of a file the later one stays; reviewers' work\n"
      "is kept from all sides. Ends with 3 when documents of the lists are missing.\n"
      "Examples:\n  prongsai merge year2567.db shards/*.db --lists /srv/lists");
  command->callback([options, &context] { context.exit_code = merge(*options, context); });
}

}  // namespace prongsai::cli
