#include "pipeline/cli/parts/comparing.hpp"

#include <memory>
#include <vector>

#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/workers/run/guarded_across.hpp"
#include "pipeline/workers/run/guarded_judge.hpp"

namespace prongsai::cli {
namespace {

std::vector<std::string> compare_command(const Comparing& comparing, const workers::LeftOut& leave_out) {
  std::vector<std::string> command = {"/proc/self/exe", "compare", "--data=" + comparing.data_folder.string(),
                                      "--db=" + comparing.db.string(), "--judge-version=" + comparing.judge_version};
  if (comparing.epoch) command.push_back("--epoch=" + std::to_string(*comparing.epoch));
  for (const auto& [id, why] : leave_out) command.push_back("--leave-out=" + std::to_string(id) + ":" + why);
  return command;
}

}  // namespace

std::shared_ptr<workers::CorrectedJudge> guarded_judge(const std::filesystem::path& data_folder) {
  workers::ReaderChoice choice;
  choice.data_folder = data_folder;
  choice.models.tessdata = data_folder / "tessdata";
  choice.models.model = "none";  // nothing is read
  const auto judge = std::make_shared<workers::GuardedJudge>(
      data_folder, [choice] { return make_pool(choice, workers::WorkerLimits{}, 1); });
  return std::make_shared<workers::CorrectedJudge>(
      data_folder,
      [judge](const Submission& submission, const Record& record) { return judge->judge(submission, record); });
}

bool compare_all(store::Store& store, const Comparing& comparing, const std::function<void(const std::string&)>& tell) {
  if (store.across_is_current(comparing.judge_version)) return true;
  workers::ComparingLimits limits;
  limits.interrupted = interrupted;
  const workers::Compared compared = workers::compare_guarded(
      [&](const workers::LeftOut& leave_out) { return workers::start_program(compare_command(comparing, leave_out)); },
      limits);
  if (!compared.why.empty())
    tell("the documents were not compared with each other, findings of the last comparison stay until the next run: " +
         compared.why);
  return compared.done;
}

}  // namespace prongsai::cli
