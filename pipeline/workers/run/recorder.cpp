#include "pipeline/workers/run/recorder.hpp"

#include <algorithm>

#include "pipeline/store/records/names.hpp"

namespace prongsai::workers {
namespace {

bool needs_ocr(const Record& record) {
  return std::any_of(record.pages.begin(), record.pages.end(), [](const PageRecord& page) {
    return page.source == PageSource::ocr || page.source == PageSource::mixed || page.unreadable;
  });
}

// The bytes were read, or cannot be: either way this reading need not come again.
bool is_reading(const Task& task, const Record& record) {
  return task.step.kind == Step::Kind::extract && record.status != Status::deferred;
}

}  // namespace

Recorder::Recorder(store::Store& store, const Executor& executor, const IngestSettings& settings, Progress& progress,
                   IngestResult& result)
    : store_(store), executor_(executor), settings_(settings), progress_(progress), result_(result) {}

std::int64_t Recorder::save(const Task& task, const Record& record, const Reply& reply) {
  store::ToSave document{task.step.submission, record, reply.judgement, settings_.versions.judging, std::nullopt, 0};
  if (is_reading(task, record)) document.extraction = facts_of(task, reply, record);
  if (task.step.kind == Step::Kind::adopt && record.status != Status::deferred) {
    document.extraction_id = store_.find(task.step.from_id)->extraction_id;
  }
  const std::int64_t id = store_.save(document);
  // Put off in this run, and then served by a copy's reading.
  if (record.status != Status::deferred && forget_put_off(task.step.submission)) --result_.counts.deferred;
  tell_failed_checks(task, reply.judgement);
  result_.counts.pages += record.page_count;
  if (record.status == Status::failed) ++result_.counts.failed;
  if (record.status == Status::deferred) ++result_.counts.deferred;
  if (record.status == Status::partial) ++result_.partial;
  close({task.step.submission.source_path, store::name_of(record.status), record.page_count, reply.seconds,
         record.error});
  return id;
}

bool Recorder::forget_put_off(const Submission& submission) {
  return std::erase_if(result_.put_off,
                       [&](const Submission& one) { return one.canonical_path == submission.canonical_path; }) > 0;
}

void Recorder::tell_failed_checks(const Task& task, const Judgement& judgement) {
  for (const Finding& finding : judgement.findings) {
    if (finding.code == kCheckFailed) progress_.note(task.step.submission.source_path + ": " + finding.message_en);
  }
}

std::int64_t Recorder::save_failed(const Task& task, const std::string& code, const std::string& why,
                                   const Reply& cost) {
  return save_unread(task, Status::failed, {code, why}, cost);
}

void Recorder::put_off(const Task& task, const std::string& why) {
  result_.put_off.push_back(task.step.submission);
  if (task.step.kept_id == 0) {
    save_unread(task, Status::deferred, {kReadingDeferred, why}, {});
    return;
  }
  store_.put_off(task.step.kept_id, why);
  ++result_.counts.deferred;
  close(
      {task.step.submission.source_path, store::name_of(Status::deferred), 0, 0, why + "; its earlier reading stays"});
}

void Recorder::skip(const Step& step) {
  if (step.deferrals > 0 && step.kept_id != 0) store_.end_deferral(step.kept_id);
  ++result_.counts.skipped;
  close({step.submission.source_path, "skipped"});
}

std::int64_t Recorder::save_unread(const Task& task, Status status, const Failure& failure, const Reply& cost) {
  Record record;
  record.status = status;
  record.error_code = failure.code;
  record.error = failure.message;
  Reply reply;
  reply.seconds = cost.seconds;
  reply.peak_kib = cost.peak_kib;
  reply.judgement = settings_.judge_unread(task.step.submission, record);
  return save(task, record, reply);
}

store::ExtractionFacts Recorder::facts_of(const Task& task, const Reply& reply, const Record& record) const {
  store::ExtractionFacts facts;
  facts.program_version = settings_.versions.program;
  facts.data_version = settings_.versions.reading;
  if (needs_ocr(record)) {
    facts.engine_version = executor_.engine_version();
    facts.model_version = settings_.versions.models;
  }
  facts.seconds = reply.seconds;
  facts.peak_kib = reply.peak_kib;
  const bool read = reply.kind == Reply::Kind::done;  // else the last try was lost, too
  facts.attempts = task.tries.lost() + (read ? 1 : 0);
  return facts;
}

void Recorder::close(const DocumentOutcome& outcome) {
  if (!outcome.error.empty()) progress_.note(outcome.source_path + ": " + outcome.error);
  ++result_.counts.done;
  if (settings_.on_document) settings_.on_document(outcome);
}

}  // namespace prongsai::workers
