#include "pipeline/workers/ingest.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "pipeline/store/names.hpp"
#include "pipeline/store/refused_record.hpp"
#include "pipeline/workers/schedule.hpp"

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

// How often the run's row in the database shows how far it is.
constexpr std::chrono::seconds kHeartbeat{1};

// A document in a worker's hands.
struct Task {
  Step step;
  Job job;
  int attempts = 1;
  int pages_seen = 0;  // the page taken up last
  int page_count = 0;  // 0: not known yet
};

bool needs_ocr(const Record& record) {
  return std::any_of(record.pages.begin(), record.pages.end(), [](const PageRecord& page) {
    return page.source == PageSource::ocr || page.source == PageSource::mixed || page.unreadable;
  });
}

Record failed_record(const std::string& code, const std::string& why) {
  Record record;
  record.status = Status::failed;
  record.error_code = code;
  record.error = why;
  return record;
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
        schedule_(store, planner_, files, manifest) {
    result_.counts.documents = static_cast<int>(files.size());
  }

  IngestResult run() {
    store_.save_data_set(settings_.versions.reading, settings_.versions.files);
    id_ = store::begin_run(store_, settings_.command, settings_.workers);
    try {
      while (step()) report();
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
    while (!result_.interrupted && executor_.has_free() && hand_out()) report();
    if (executor_.busy() == 0) return false;
    for (JobEvent& event : executor_.wait(std::chrono::milliseconds(200))) take(event);
    if (!told_notice_ && !executor_.notice().empty()) {
      progress_.note(executor_.notice());
      told_notice_ = true;
    }
    return true;
  }

  // Takes one document up. False when none can be taken up now. Those that cost their worker come last and alone.
  bool hand_out() {
    if (auto step = schedule_.next()) {
      begin(std::move(*step));
      return true;
    }
    if (given_back_.empty() || executor_.busy() > 0) return false;
    Task task = std::move(given_back_.front());
    given_back_.pop_front();
    submit(std::move(task));
    return true;
  }

  void begin(Step step) {
    if (step.kind == Step::Kind::skip) {
      ++result_.counts.skipped;
      close({step.submission.source_path, "skipped"});
      return;
    }
    if (!step.listed) ++result_.counts.documents;
    Task task{std::move(step), {}};
    task.job.submission = task.step.submission;
    if (task.step.kind != Step::Kind::extract) {
      task.job.kind = Job::Kind::judge;
      task.job.record = record_known(task.step);
    }
    submit(std::move(task));
  }

  Record record_known(const Step& step) {
    if (step.kind == Step::Kind::unreadable) return failed_record(step.failure.code, step.failure.message);
    Record record = store_.load_record(step.from_id);
    adopt_manifest(record, step.submission.manifest);
    return record;
  }

  void submit(Task task) {
    const std::uint64_t ticket = ++last_ticket_;
    executor_.submit(ticket, task.job, task.attempts > 1);
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
      give_back(std::move(task), event.reason);
      return;
    }
    try {
      save(task, event.reply);
    } catch (const store::RefusedRecord& error) {
      give_back(std::move(task), std::string("what was read cannot be stored: ") + error.what());
    }
  }

  // The worker was lost: the document is tried once more, alone. Lost again, it has failed, and only that is judged.
  void give_back(Task task, const std::string& reason) {
    if (task.attempts == 1) {
      progress_.note(task.step.submission.source_path + ": " + reason + "; it will be tried once more, alone");
    } else if (task.attempts == 2) {
      task.job.kind = Job::Kind::judge;
      task.job.record = failed_record("damaged_file", reason + "; tried twice");
    } else {
      throw std::runtime_error(task.step.submission.source_path + ": cannot even be recorded as failed: " + reason);
    }
    ++task.attempts;
    task.pages_seen = 0;
    given_back_.push_back(std::move(task));
  }

  void save(const Task& task, const Reply& reply) {
    const Record& record = task.job.kind == Job::Kind::extract ? reply.record : task.job.record;
    store::ToSave document{task.step.submission, record, reply.judgement, settings_.versions.judging, std::nullopt, 0};
    const bool was_reading = task.step.kind == Step::Kind::extract;
    if (was_reading) document.extraction = facts_of(task, reply, record);
    if (task.step.kind == Step::Kind::adopt) document.extraction_id = store_.find(task.step.from_id)->extraction_id;
    const std::int64_t id = store_.save(document);
    if (was_reading) schedule_.reading_saved(task.step.submission.sha256, id);
    count(task, record, reply);
  }

  [[nodiscard]] store::ExtractionFacts facts_of(const Task& task, const Reply& reply, const Record& record) const {
    store::ExtractionFacts facts;
    facts.program_version = settings_.versions.program;
    facts.data_version = settings_.versions.reading;
    if (needs_ocr(record)) {
      facts.engine_version = executor_.engine_version();
      facts.model_version = settings_.versions.models;
    }
    facts.seconds = reply.seconds;
    facts.peak_kib = reply.peak_kib;
    facts.attempts = std::min(task.attempts, 2);
    return facts;
  }

  void count(const Task& task, const Record& record, const Reply& reply) {
    const std::string& path = task.step.submission.source_path;
    result_.counts.pages += record.page_count;
    if (record.status == Status::failed) ++result_.counts.failed;
    if (record.status == Status::partial) ++result_.partial;
    if (record.status != Status::extracted) progress_.note(path + ": " + record.error);
    close({path, store::name_of(record.status), record.page_count, reply.seconds, record.error});
  }

  void close(const DocumentOutcome& outcome) {
    ++result_.counts.done;
    if (settings_.on_document) settings_.on_document(outcome);
  }

  void finish() {
    const std::size_t rows = manifest_.rows().size();
    if (rows > 0) {
      store::save_manifest(store_, manifest_.name(), rows, [&](std::size_t i) { return schedule_.matched_row(i); });
    }
    if (settings_.across) settings_.across(store_);
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
  Schedule schedule_;
  std::deque<Task> given_back_;
  std::unordered_map<std::uint64_t, Task> tasks_;  // by ticket
  std::uint64_t last_ticket_ = 0;
  std::int64_t id_ = 0;
  IngestResult result_;
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
