// Sharing files out over machines: lists of about equal work, the same bytes always in the same list.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/stages/intake.hpp"
#include "pipeline/stages/measure.hpp"
#include "pipeline/workers/process/executor.hpp"
#include "pipeline/workers/run/hasher.hpp"
#include "pipeline/workers/run/progress.hpp"

namespace prongsai::workers {

struct MeasuredFile {
  std::string canonical;  // escaped absolute path
  std::string sha256;     // "" when the file could not be read
  stages::Workload load;
};

struct Shard {
  std::vector<std::string> files;  // canonical paths, sorted
  stages::Workload load;
  double cost = 0;
};

// How files are hashed beside the loop; see Hasher.
struct Hashing {
  HashFile hash = hash_file;
  std::chrono::milliseconds patience = std::chrono::seconds(60);
};

// Opens every file briefly, in the executor's workers. A file that kills its worker, or is away, counts as one page.
[[nodiscard]] std::vector<MeasuredFile> measure_files(Executor& executor, const stages::FileList& files,
                                                      Progress& progress, const Hashing& hashing = {});

// The dearest first, each to the list with the least work so far. Deterministic. Lists may stay empty when there are
// fewer files than lists.
[[nodiscard]] std::vector<Shard> share_out(const std::vector<MeasuredFile>& files, int shards);

// Writes OUT/shard-0001.list, … (absolute paths) and OUT/shards.json. The folder must not hold lists yet: throws
// std::runtime_error.
void write_shards(const std::vector<Shard>& shards, const std::filesystem::path& out);

// The lists that write_shards() wrote, in order.
[[nodiscard]] std::vector<std::filesystem::path> shard_lists(const std::filesystem::path& folder);

}  // namespace prongsai::workers
