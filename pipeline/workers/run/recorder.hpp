// What became of a run's documents: into the database, the run's counts, the log and the person's eyes.
#pragma once

#include <string>

#include "models/result.hpp"
#include "pipeline/workers/run/ingest.hpp"
#include "pipeline/workers/run/task.hpp"

namespace prongsai::workers {

class Recorder {
 public:
  // Counts into `result`.
  Recorder(store::Store& store, const Executor& executor, const IngestSettings& settings, Progress& progress,
           IngestResult& result);

  // What a worker read or judged. Returns the submission's id.
  std::int64_t save(const Task& task, const Record& record, const Reply& reply);

  // A document that failed without a worker's word: `code` is a finding's, `why` one English clause. `cost`: its last
  // try's seconds and peak_kib. Returns its id.
  std::int64_t save_failed(const Task& task, const std::string& code, const std::string& why, const Reply& cost = {});

  // One that a later run may read. An earlier reading of the same bytes stays in place: it is worth more than the word
  // that there will be another.
  void put_off(const Task& task, const std::string& why);

  // One that the database holds as it would come out.
  void skip(const Step& step);

 private:
  std::int64_t save_unread(const Task& task, Status status, const Failure& failure, const Reply& cost);
  bool forget_put_off(const Submission& submission);
  void tell_failed_checks(const Task& task, const Judgement& judgement);
  [[nodiscard]] store::ExtractionFacts facts_of(const Task& task, const Reply& reply, const Record& record) const;
  void close(const DocumentOutcome& outcome);

  store::Store& store_;
  const Executor& executor_;
  const IngestSettings& settings_;
  Progress& progress_;
  IngestResult& result_;
};

}  // namespace prongsai::workers
