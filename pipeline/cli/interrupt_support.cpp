#include <signal.h>
#include <unistd.h>

#include <string_view>

#include "pipeline/cli/interrupt.hpp"

namespace prongsai::cli {
namespace {

volatile sig_atomic_t seen = 0;

void on_signal(int) {
  seen = 1;
  constexpr std::string_view kSaid = "\nprongsai: finishing the documents in hand; press again to stop at once\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kSaid.data(), kSaid.size());
}

}  // namespace

void watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // no SA_RESTART: a wait in progress returns
  for (const int number : {SIGINT, SIGTERM}) sigaction(number, &action, nullptr);
}

bool interrupted() {
  return seen != 0;
}

}  // namespace prongsai::cli
