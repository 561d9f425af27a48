#include "pipeline/workers/process/in_process.hpp"

#include <utility>

#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::workers {
namespace {

class InProcess : public Executor {
 public:
  explicit InProcess(Loaded loaded) : loaded_(std::move(loaded)) {}

  [[nodiscard]] bool has_free() const override { return !waiting_; }
  [[nodiscard]] int busy() const override { return waiting_ ? 1 : 0; }
  void submit(std::uint64_t ticket, const Job& job, bool) override {
    waiting_ = {ticket, job};
    waiting_->second.omit.ends_for_memory = false;  // another reading would find what this one leaves
  }

  [[nodiscard]] std::vector<JobEvent> wait(std::chrono::milliseconds) override {
    if (!waiting_) return {};
    const auto [ticket, job] = *std::exchange(waiting_, std::nullopt);
    return {{JobEvent::Kind::done, ticket, timed_job(loaded_.handle, job, open_document(job), {}), ""}};
  }

  [[nodiscard]] std::string engine_version() const override { return loaded_.engine_version; }
  [[nodiscard]] std::string notice() const override {
    return "documents are read without limits and sandbox (--in-process)";
  }

 private:
  Loaded loaded_;
  std::optional<std::pair<std::uint64_t, Job>> waiting_;
};

}  // namespace

std::unique_ptr<Executor> make_in_process(Loaded loaded) {
  return std::make_unique<InProcess>(std::move(loaded));
}

}  // namespace prongsai::workers
