#include "pipeline/workers/run/shards.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "models/record.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;

// Files of the same bytes go together: they are read once.
struct Group {
  std::vector<std::string> files;
  stages::Workload load;
  double cost = 0;
};

std::vector<Group> groups_of(const std::vector<MeasuredFile>& files) {
  std::map<std::string, Group> by_bytes;
  for (const MeasuredFile& file : files) {
    Group& group = by_bytes[file.sha256.empty() ? file.canonical : file.sha256];
    group.files.push_back(file.canonical);
    group.load = file.load;
    group.cost = stages::cost_of(file.load);
  }
  std::vector<Group> groups;
  groups.reserve(by_bytes.size());
  for (auto& [key, group] : by_bytes) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.cost > b.cost; });
  return groups;
}

std::string list_name(std::size_t number) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "shard-%04zu.list", number);
  return name.data();
}

void write_whole(const std::string& text, const fs::path& file) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();  // a full disk may be told of only now
  if (!out) throw std::runtime_error(file.string() + ": cannot be written");
}

// One path a line; separated by NUL bytes where a name holds a line break.
void write_list(const Shard& shard, const fs::path& file) {
  const bool lines = std::none_of(shard.files.begin(), shard.files.end(),
                                  [](const std::string& path) { return path.find('\n') != std::string::npos; });
  std::string list;
  for (const std::string& path : shard.files) list.append(stages::path_of(path).native()) += lines ? '\n' : '\0';
  write_whole(list, file);
}

nlohmann::ordered_json description(const Shard& shard, const std::string& list) {
  return {{"list", list},
          {"documents", shard.files.size()},
          {"pages", shard.load.pages},
          {"scanned_pages", shard.load.scanned_pages},
          {"cost", shard.cost}};
}

// Hashes files beside the loop, and has the workers look at those that are hashed.
class Measuring {
 public:
  Measuring(Executor& executor, const stages::FileList& files, Progress& progress, const Hashing& hashing)
      : executor_(executor),
        files_(files),
        progress_(progress),
        hasher_(hashing.hash, hashing.patience),
        measured_(files.size()) {
    state_.counts.documents = static_cast<int>(files.size());
  }

  std::vector<MeasuredFile> run() {
    for (keep_hashing(); hasher_.pending() > 0 || executor_.busy() > 0; keep_hashing()) {
      while (executor_.has_free() && hasher_.pending() > 0 && hasher_.wait(std::chrono::milliseconds(0)))
        look_at_next();
      if (executor_.busy() > 0) {
        take_answers();
      } else if (hasher_.pending() > 0) {
        (void)hasher_.wait(kLong);
      }
      progress_.update(state_);
    }
    return std::move(measured_);
  }

 private:
  static constexpr std::size_t kAhead = 16;
  static constexpr std::chrono::milliseconds kLong{200};
  static constexpr std::chrono::milliseconds kShort{10};  // while hashes are awaited, which the executor does not see

  void keep_hashing() {
    for (; next_ < files_.size() && hasher_.pending() < kAhead; ++next_) hasher_.submit(next_, files_[next_].path);
  }

  // A file that is away is not opened by a worker either.
  void look_at_next() {
    const Hashed hashed = hasher_.take();
    const stages::FoundFile file = files_[hashed.ticket];
    measured_[hashed.ticket] = {file.canonical, hashed.hash ? hashed.hash.value().sha256 : "", {1, 0}};
    if (!hashed.hash && hashed.hash.failure().code == kReadingDeferred) {
      progress_.note(file.canonical + ": " + hashed.hash.failure().message);
      ++state_.counts.done;
      return;
    }
    Job job;
    job.kind = Job::Kind::measure;
    job.submission.canonical_path = file.canonical;
    executor_.submit(hashed.ticket, job, false);
  }

  void take_answers() {
    const bool starved = executor_.has_free() && hasher_.pending() > 0;
    for (const JobEvent& event : executor_.wait(starved ? kShort : kLong)) {
      if (event.kind == JobEvent::Kind::page) continue;
      if (event.kind == JobEvent::Kind::done) {
        measured_[event.ticket].load = {event.reply.page_count, event.reply.scanned_pages};
        state_.counts.pages += event.reply.page_count;
      }
      ++state_.counts.done;
    }
  }

  Executor& executor_;
  const stages::FileList& files_;
  Progress& progress_;
  Hasher hasher_;
  std::size_t next_ = 0;
  ProgressState state_;
  std::vector<MeasuredFile> measured_;
};

}  // namespace

std::vector<MeasuredFile> measure_files(Executor& executor, const stages::FileList& files, Progress& progress,
                                        const Hashing& hashing) {
  return Measuring(executor, files, progress, hashing).run();
}

std::vector<Shard> share_out(const std::vector<MeasuredFile>& files, int shards) {
  std::vector<Shard> shared(static_cast<std::size_t>(shards));
  for (Group& group : groups_of(files)) {
    Shard& least =
        *std::min_element(shared.begin(), shared.end(), [](const Shard& a, const Shard& b) { return a.cost < b.cost; });
    least.cost += group.cost;
    least.load.pages += group.load.pages;
    least.load.scanned_pages += group.load.scanned_pages;
    least.files.insert(least.files.end(), group.files.begin(), group.files.end());
  }
  for (Shard& shard : shared) std::sort(shard.files.begin(), shard.files.end());
  return shared;
}

void write_shards(const std::vector<Shard>& shards, const fs::path& out) {
  fs::create_directories(out);
  if (!shard_lists(out).empty()) {
    throw std::runtime_error(out.string() + " holds lists already: name another folder, or remove them");
  }
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < shards.size(); ++i) {
    write_list(shards[i], out / list_name(i + 1));
    all.push_back(description(shards[i], list_name(i + 1)));
  }
  write_whole(nlohmann::ordered_json{{"shards", all}}.dump(1) + '\n', out / "shards.json");
}

std::vector<fs::path> shard_lists(const fs::path& folder) {
  std::vector<fs::path> lists;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("shard-") && name.ends_with(".list")) lists.push_back(entry.path());
  }
  std::sort(lists.begin(), lists.end());
  return lists;
}

}  // namespace prongsai::workers
