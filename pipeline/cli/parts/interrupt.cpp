#include "pipeline/cli/parts/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <string_view>

namespace prongsai::cli {
namespace {

volatile sig_atomic_t seen = 0;
InterruptWords answers;  // set before the handler is

void on_signal(int number) {
  seen = seen + 1;
  const std::string_view said = seen == 1 ? answers.first : answers.second;
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, said.data(), said.size());
  if (seen > 1) signal(number, SIG_DFL);
}

}  // namespace

void watch_for_interrupt(const InterruptWords& given) {
  answers = given;
  struct sigaction action {};
  action.sa_handler = on_signal;  // no SA_RESTART: a wait in progress returns
  for (const int number : {SIGINT, SIGTERM}) sigaction(number, &action, nullptr);
}

bool interrupted() {
  return seen != 0;
}

bool interrupted_twice() {
  return seen > 1;
}

}  // namespace prongsai::cli
