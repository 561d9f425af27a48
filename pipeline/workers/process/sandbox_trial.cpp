#include "pipeline/workers/process/sandbox_trial.hpp"

#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "pipeline/workers/process/loaded_process.hpp"
#include "pipeline/workers/process/trial_deeds.hpp"
#include "pipeline/workers/sandbox/limits.hpp"
#include "pipeline/workers/sandbox/privileges.hpp"
#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::workers {
namespace {

using nlohmann::json;
using Paths = std::vector<std::filesystem::path>;
using Names = std::vector<std::string>;

// What a process does once it is started by one in which the layer was prepared.
struct Prepared {
  std::string why_not;
  std::function<void()> enter;
};

struct TrialLayer {
  std::string name;
  Names stops;
  std::function<Prepared(const Paths&)> prepare;  // in the process that starts the one that is tried
};

// A filter without this would need rights.
void forbid_new_rights() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

Prepared nothing(const Paths&) {
  return {"", [] {}};
}

Prepared calls_alone(const Paths&) {
  const auto calls = std::make_shared<CallFilter>();
  return {calls->why_not(), [calls] {
            forbid_new_rights();
            calls->enter(kWorkerSocket);
          }};
}

Prepared files_alone(const Paths& readable) {
  const auto files = std::make_shared<FileLock>(readable);
  return {files->why_not(), [files] {
            forbid_new_rights();
            files->enter();
          }};
}

// Being started by the process that made them is all that it takes.
Prepared namespaces_alone(const Paths& readable) {
  const auto namespaces = std::make_shared<Namespaces>(readable);
  return {namespaces->why_not(), [namespaces] {}};
}

Prepared root_alone(const Paths& readable) {
  const auto namespaces = std::make_shared<Namespaces>(readable);
  return {namespaces->why_no_root(), [namespaces] { namespaces->enter(); }};
}

Prepared limits_alone(const Paths&) {
  return {"", [] { apply_limits({}, 0); }};
}

Prepared rights_alone(const Paths&) {
  return {"", [] { drop_privileges(); }};
}

Prepared all_together(const Paths& readable) {
  const auto sandbox = std::make_shared<Sandbox>(readable);
  return {"", [sandbox] {
            apply_limits({}, 0);
            sandbox->enter(kWorkerSocket, {kWorkerSocket});
          }};
}

Names all_deeds() {
  Names names;
  for (const TrialDeed& deed : trial_deeds()) names.emplace_back(deed.name);
  return names;
}

// Root may start processes beyond its limit.
Names stopped_by_limits(TrialUser user) {
  Names names = {"64 GiB of memory", "a large file", "many open files"};
  if (geteuid() != 0 || user == TrialUser::nobody) names.emplace_back("another process");
  return names;
}

std::vector<TrialLayer> layers(TrialUser user) {
  return {{"system calls",
           {"a socket", "a signal to another process", "another process", "another process's limits",
            "typing into the terminal", "writing a file"},
           calls_alone},
          {"files", {"reading /etc/passwd", "reading /etc/shadow", "writing a file"}, files_alone},
          {"namespaces",
           {"the machine's network", "a signal to another process", "another process's limits"},
           namespaces_alone},
          {"root folder", {"reading /etc/passwd", "reading /etc/shadow", "writing a file"}, root_alone},
          {"limits", stopped_by_limits(user), limits_alone},
          {"rights", {"reading /etc/shadow", "being root"}, rights_alone},
          {"all together", all_deeds(), all_together}};
}

Names working(const Names& deeds, pid_t other) {
  Names names;
  for (const TrialDeed& deed : trial_deeds()) {
    if (std::ranges::find(deeds, deed.name) != deeds.end() && deed.works(other)) names.emplace_back(deed.name);
  }
  return names;
}

void become(TrialUser user) {
  constexpr uid_t kNobody = 65534;
  if (user == TrialUser::caller) return;
  if (setgroups(0, nullptr) != 0 || setresgid(kNobody, kNobody, kNobody) != 0 ||
      setresuid(kNobody, kNobody, kNobody) != 0)
    throw std::runtime_error("the user cannot be changed");
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // its own files in /proc are its own again
}

// In the process that is tried: tells what works there.
int try_deeds(const Prepared& prepared, const Names& deeds, pid_t other) {
  signal(SIGXFSZ, SIG_IGN);
  prepared.enter();
  return send_message(kWorkerSocket, json({{"works", working(deeds, other)}}).dump()) ? 0 : 1;
}

// In a process of its own: prepares the layer, and has another one try what works in it.
int try_in_child(int fd, TrialUser user, const Paths& readable, const TrialLayer& layer) {
  dup2(fd, kWorkerSocket);
  json answer;
  try {
    become(user);
    const pid_t self = getpid();
    const Prepared prepared = layer.prepare(readable);
    if (prepared.why_not.empty()) {
      const pid_t tried = fork();
      if (tried == 0) _exit(try_deeds(prepared, layer.stops, self));
      int status = 0;
      waitpid(tried, &status, 0);
      if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return 0;
      answer["why not"] = "its trial failed";
    } else {
      answer["why not"] = prepared.why_not;
    }
  } catch (const std::exception& error) {
    answer["why not"] = error.what();
  }
  return send_message(kWorkerSocket, answer.dump()) ? 0 : 1;
}

struct Outcome {
  std::string why_not;
  Names works;
};

Outcome outcome_of(const TrialLayer& layer, const Paths& readable, TrialUser user) {
  const Child child = start_copy([&](int fd) { return try_in_child(fd, user, readable, layer); });
  const auto said = receive_message(child.socket.fd());
  kill_and_wait(child.pid);
  const json answer = said ? json::parse(*said, nullptr, false) : json();
  if (!answer.is_object()) return {"its trial failed", {}};
  return {answer.value("why not", ""), answer.value("works", Names())};
}

Trial trial_of(const TrialLayer& layer, const Names& works_without, const Paths& readable, TrialUser user) {
  Outcome outcome = outcome_of(layer, readable, user);
  Trial trial{layer.name, std::move(outcome.why_not), {}, std::move(outcome.works)};
  if (!trial.why_not.empty()) return trial;
  for (const std::string& deed : layer.stops) {
    const auto has = [&](const Names& names) { return std::ranges::find(names, deed) != names.end(); };
    if (has(works_without) && !has(trial.let_through)) trial.refused.push_back(deed);
  }
  return trial;
}

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::vector<Trial> try_sandbox(const Paths& readable, TrialUser user) {
  const Names works_without = outcome_of({"nothing", all_deeds(), nothing}, readable, user).works;
  std::vector<Trial> trials;
  for (const TrialLayer& layer : layers(user)) trials.push_back(trial_of(layer, works_without, readable, user));
  return trials;
}

std::string in_words(const Trial& trial) {
  if (!trial.why_not.empty()) return "not offered here: " + trial.why_not;
  if (!trial.let_through.empty()) return "does not hold: it lets through " + joined(trial.let_through);
  if (trial.refused.empty()) return "nothing that it would have to refuse works here without it";
  return "tried; refused: " + joined(trial.refused);
}

}  // namespace prongsai::workers
