#include "pipeline/workers/run/ingest.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <unordered_map>
#include <utility>

#include "pipeline/store/records/refused_record.hpp"
#include "pipeline/workers/process/leave_out.hpp"
#include "pipeline/workers/run/recorder.hpp"
#include "pipeline/workers/run/schedule.hpp"

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

// How often the run's row in the database shows how far it is.
constexpr std::chrono::seconds kHeartbeat{1};

constexpr std::chrono::milliseconds kPatience{200};
constexpr std::chrono::milliseconds kShortPatience{10};

// A try that comes later.
struct Later {
  Clock::time_point due;
  Task task;
  std::string why;  // the last one was lost
  bool anew =
      false;  // from the file's hash on, since it may be another file by then; of a document within a file: again
};

std::string times(int tries) {
  return tries == 2 ? "tried twice" : "tried " + std::to_string(tries) + " times";
}

class Run {
 public:
  Run(store::Store& store, Executor& executor, const stages::FileList& files, stages::Manifest& manifest,
      const IngestSettings& settings, Progress& progress)
      : store_(store),
        executor_(executor),
        manifest_(manifest),
        settings_(settings),
        progress_(progress),
        planner_(store, settings.versions, settings.which),
        hasher_(settings.hash, settings.hash_patience),
        schedule_(store, planner_, hasher_, files, manifest),
        recorder_(store, executor, settings, progress, result_) {
    result_.counts.documents = static_cast<int>(files.size());
  }

  IngestResult run() {
    store_.save_data_set(settings_.versions.reading, settings_.versions.files);
    id_ = store::begin_run(store_, settings_.command, settings_.workers);
    try {
      while (step()) report();
      put_off_rest();
      if (!result_.interrupted) finish();
    } catch (const std::exception& error) {
      end_after(error.what());
      throw;
    }
    store::end_run(store_, id_, result_.counts, result_.interrupted ? "interrupted" : "finished");
    progress_.finish(state());
    result_.seconds = state().seconds;
    return result_;
  }

 private:
  // Hands out what can be, takes in what came back. False when there is nothing left to do.
  bool step() {
    if (settings_.interrupted && settings_.interrupted()) result_.interrupted = true;
    if (settings_.dropped && settings_.dropped()) {
      result_.interrupted = true;
      return false;
    }
    while (!result_.interrupted && executor_.has_free() && hand_out()) report();
    if (executor_.busy() > 0) {
      wait_for_workers();
    } else if (result_.interrupted) {
      return false;
    } else if (schedule_.is_hashing()) {
      schedule_.wait_for_hash(kPatience);
    } else if (!later_.empty()) {
      std::this_thread::sleep_for(std::clamp(until_due(), Clock::duration(0), Clock::duration(kPatience)));
    } else {
      return false;
    }
    return true;
  }

  void wait_for_workers() {
    // A worker has nothing to do until the next hash is there, which the executor does not see.
    const bool starved = executor_.has_free() && schedule_.is_hashing() && !result_.interrupted;
    for (JobEvent& event : executor_.wait(starved ? kShortPatience : kPatience)) take(event);
    if (!told_notice_ && !executor_.notice().empty()) {
      progress_.note(executor_.notice());
      told_notice_ = true;
    }
  }

  // Takes one document up. False when none can be taken up now. Those whose reading was lost come last and alone.
  bool hand_out() {
    if (auto step = schedule_.next()) {
      begin(std::move(*step));
      return true;
    }
    if (schedule_.is_hashing() || executor_.busy() > 0 || later_.empty() || until_due() > Clock::duration(0)) {
      return false;
    }
    const auto at = soonest();
    Later next = std::move(*at);
    later_.erase(at);
    if (next.anew && next.task.step.file) {
      planned_again_[*next.task.step.file] = next.task.tries;
      schedule_.plan_again(*next.task.step.file);
    } else {
      submit(std::move(next.task));
    }
    return true;
  }

  [[nodiscard]] std::vector<Later>::iterator soonest() {
    return std::min_element(later_.begin(), later_.end(), [](const Later& a, const Later& b) { return a.due < b.due; });
  }
  [[nodiscard]] Clock::duration until_due() { return soonest()->due - Clock::now(); }

  void begin(Step step) {
    if (step.kind == Step::Kind::skip) return skip(step);
    if (!step.file) ++result_.counts.documents;
    Task task{std::move(step), {}, {}};
    task.job.submission = task.step.submission;
    task.job.omit.ends_for_memory = true;
    if (task.step.file) {
      if (auto again = planned_again_.extract(*task.step.file)) task.tries = again.mapped();
    }
    switch (task.step.kind) {
      case Step::Kind::unreadable:
        recorder_.save_failed(task, task.step.failure.code, task.step.failure.message);
        return;
      case Step::Kind::away:
        return read_anew(task, task.step.failure.message);
      case Step::Kind::adopt:
        task.job.kind = Job::Kind::judge;
        task.job.record = store_.load_record(task.step.from_id);
        adopt_manifest(task.job.record, task.step.submission.manifest);
        adopt_depth(task.job.record, depth_of(task.step.submission.attached_at));
        break;
      default:
        break;
    }
    submit(std::move(task));
  }

  void skip(const Step& step) {
    recorder_.skip(step);
    if (step.from_id != 0) schedule_.add_attached(step.submission, store_.load_attached(step.from_id));
  }

  void submit(Task task) {
    const std::uint64_t ticket = ++last_ticket_;
    executor_.submit(ticket, task.job, task.tries.lost() > 0);
    tasks_.emplace(ticket, std::move(task));
  }

  void take(JobEvent& event) {
    const auto found = tasks_.find(event.ticket);
    if (found == tasks_.end()) return;
    if (event.kind == JobEvent::Kind::page) {
      found->second.pages_seen = event.reply.page_no;
      found->second.page_count = event.reply.page_count;
      return;
    }
    Task task = std::move(found->second);
    tasks_.erase(found);
    if (event.kind == JobEvent::Kind::lost) {
      lose(std::move(task), event.reason, event.blame, event.reply);
    } else if (task.job.kind == Job::Kind::judge) {
      (void)save(task, task.job.record, event.reply);
    } else {
      take_reading(std::move(task), event.reply);
    }
  }

  // Returns the submission's id; documents attached to it come next. What the database's own rules refuse costs this
  // document its try, and the task is gone then. A database that was taken over, or is broken, ends the run.
  std::optional<std::int64_t> save(Task& task, const Record& record, const Reply& reply) {
    try {
      const std::int64_t id = recorder_.save(task, record, reply);
      schedule_.add_attached(task.step.submission, record.attached);
      return id;
    } catch (const store::RefusedRecord& error) {
      lose(std::move(task), std::string("what was read cannot be stored: ") + error.what(), Blame::document, {});
      return std::nullopt;
    }
  }

  // What was read must be what was planned; else somebody changed the file in between, or a worker lies.
  void take_reading(Task task, const Reply& reply) {
    const bool away = reply.record.status == Status::deferred;
    if (!away && reply.sha256 == task.step.submission.sha256) {
      if (const auto id = save(task, reply.record, reply)) schedule_.reading_saved(reply.sha256, *id);
      return;
    }
    schedule_.reading_lost(task.step.submission.sha256);
    read_anew(std::move(task), away ? reply.record.error : "the file changes while it is being read");
  }

  // Its worker was lost: whose doing that is decides what follows.
  void lose(Task task, const std::string& reason, Blame blame, const Reply& cost) {
    const Verdict verdict = task.tries.lose(blame, cost.page_no, settings_.retries, task.step.deferrals);
    if (task.tries.is_the_pages() && leave_out_place(task, blame, cost)) {
      progress_.note(task.step.submission.source_path + ": " + reason + "; it will be tried " +
                     how_it_goes_on(cost.step));
      return try_later(std::move(task), reason, false);
    }
    if (verdict == Verdict::again) {
      task.job.omit.each_check = true;
      progress_.note(task.step.submission.source_path + ": " + reason + "; it will be tried once more, alone");
      return try_later(std::move(task), reason, false);
    }
    end_lost(task, verdict, reason + "; " + times(task.tries.lost()), cost);
  }

  static std::string how_it_goes_on(const std::string& step) {
    if (step.empty()) return "with less of that page";
    return step == kChecks ? "check by check" : "without that step";
  }

  static bool leave_out_place(Task& task, Blame blame, const Reply& cost) {
    return cost.step.empty() ? leave_out(task.job.omit, cost.page_no, blame)
                             : leave_out_step(task.job.omit, cost.step, blame);
  }

  void end_lost(const Task& task, Verdict verdict, const std::string& why, const Reply& cost) {
    const bool reading = task.job.kind == Job::Kind::extract;
    if (verdict == Verdict::failed) {
      const std::int64_t id = recorder_.save_failed(task, "damaged_file", why, cost);
      if (reading) schedule_.reading_saved(task.step.submission.sha256, id);
    } else {
      recorder_.put_off(task, why);
      if (reading) schedule_.reading_lost(task.step.submission.sha256);
    }
  }

  void read_anew(Task task, const std::string& why) {
    if (task.tries.lose(Blame::outside, 0, settings_.retries, task.step.deferrals) == Verdict::again) {
      try_later(std::move(task), why, true);
    } else {
      recorder_.put_off(task, why);
    }
  }

  void try_later(Task task, const std::string& why, bool anew) {
    task.pages_seen = 0;
    const Clock::time_point due = Clock::now() + task.tries.wait();
    later_.push_back({due, std::move(task), why, anew});
  }

  // All that is left when a run ends before its time.
  void put_off_rest() {
    for (const auto& [ticket, task] : tasks_) recorder_.put_off(task, "the run was stopped while it was being read");
    for (const Later& later : later_) recorder_.put_off(later.task, later.why);
    tasks_.clear();
    later_.clear();
  }

  void finish() {
    for (const auto& [name, first, count] : manifest_.parts()) {
      store::save_manifest(store_, name, count,
                           [&, from = first](std::size_t i) { return schedule_.matched_row(from + i); });
    }
    if (settings_.across) result_.compared = settings_.across(store_);
    if (!result_.compared && settings_.interrupted && settings_.interrupted()) result_.interrupted = true;
  }

  [[nodiscard]] ProgressState state() const {
    ProgressState now{result_.counts, 0, std::chrono::duration<double>(Clock::now() - began_).count()};
    for (const auto& [ticket, task] : tasks_) {
      now.pages_in_hand += task.pages_seen;
      if (task.page_count > 0)
        now.documents_in_hand += std::max(task.pages_seen - 1, 0) / static_cast<double>(task.page_count);
    }
    return now;
  }

  void report() {
    const ProgressState now = state();
    progress_.update(now);
    if (Clock::now() - last_heartbeat_ < kHeartbeat) return;
    last_heartbeat_ = Clock::now();
    store::RunCounts shown = now.counts;  // `status` from another terminal sees a long document move
    shown.pages += now.pages_in_hand;
    store::update_run(store_, id_, shown);
  }

  // The reason matters more than the record of it, which may fail for the same reason.
  void end_after(const std::string& why) {
    try {
      store::end_run(store_, id_, result_.counts, "failed", why);
    } catch (const std::exception&) {
      progress_.note("the run's end could not be recorded in the database");
    }
  }

  store::Store& store_;
  Executor& executor_;
  stages::Manifest& manifest_;
  const IngestSettings& settings_;
  Progress& progress_;
  Planner planner_;
  Hasher hasher_;
  Schedule schedule_;
  std::vector<Later> later_;
  std::unordered_map<std::size_t, Tries> planned_again_;  // by file
  std::unordered_map<std::uint64_t, Task> tasks_;         // by ticket
  std::uint64_t last_ticket_ = 0;
  std::int64_t id_ = 0;
  IngestResult result_;
  Recorder recorder_;
  bool told_notice_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point last_heartbeat_ = began_;
};

}  // namespace

IngestResult ingest(store::Store& store, Executor& executor, const stages::FileList& files, stages::Manifest& manifest,
                    const IngestSettings& settings, Progress& progress) {
  return Run(store, executor, files, manifest, settings, progress).run();
}

}  // namespace prongsai::workers
