#include "pipeline/workers/run/judge_again.hpp"

#include <chrono>
#include <unordered_map>
#include <utility>

#include "pipeline/store/records/refused_record.hpp"
#include "pipeline/workers/run/judge_job.hpp"

namespace prongsai::workers {
namespace {

constexpr std::chrono::milliseconds kEventPatience{200};

struct InHand {
  std::int64_t id = 0;
  JudgeJob judging;
};

class Again {
 public:
  Again(store::Store& store, Executor& executor, const JudgeAgain& how)
      : store_(store), executor_(executor), how_(how) {}

  JudgedAgain run() {
    store_.for_each([&](const store::StoredSubmission& stored) {
      if (how_.only && stored.id != *how_.only) return;
      while (!ended() && !executor_.has_free()) take_events();
      if (!ended()) submit({stored.id, JudgeJob(stored.submission, store_.load_corrected(stored.id))});
    });
    while (!ended() && !in_hand_.empty()) take_events();
    return result_;
  }

 private:
  [[nodiscard]] bool ended() const { return how_.interrupted && how_.interrupted(); }

  void submit(InHand work) {
    executor_.submit(++last_ticket_, work.judging.job(), true);
    in_hand_.emplace(last_ticket_, std::move(work));
  }

  void take_events() {
    for (const JobEvent& event : executor_.wait(kEventPatience)) {
      if (event.kind == JobEvent::Kind::page) continue;
      if (auto found = in_hand_.extract(event.ticket)) take(std::move(found.mapped()), event);
    }
  }

  void take(InHand work, const JobEvent& event) {
    if (event.kind == JobEvent::Kind::done) return save(work, event.reply.judgement);
    switch (work.judging.lose(event)) {
      case JudgeJob::Next::again:
        return submit(std::move(work));
      case JudgeJob::Next::unjudged:
        return save(work, unjudged(how_.data_folder));
      case JudgeJob::Next::put_off:
        return put_off(work, event.reason);
    }
  }

  void save(const InHand& work, const Judgement& judgement) try {
    store_.save_judgement(work.id, judgement, how_.judge_version);
    ++result_.judged;
  } catch (const store::RefusedRecord& error) {
    put_off(work, std::string("its judgement cannot be stored: ") + error.what());
  }

  void put_off(const InHand& work, const std::string& why) {
    ++result_.put_off;
    how_.tell(work.judging.job().submission.source_path + ": not judged again, its findings stay: " + why);
  }

  store::Store& store_;
  Executor& executor_;
  const JudgeAgain& how_;
  std::unordered_map<std::uint64_t, InHand> in_hand_;  // by ticket
  std::uint64_t last_ticket_ = 0;
  JudgedAgain result_;
};

}  // namespace

JudgedAgain judge_again(store::Store& store, Executor& executor, const JudgeAgain& how) {
  return Again(store, executor, how).run();
}

}  // namespace prongsai::workers
