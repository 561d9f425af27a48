// prongsai (โปร่งใส, "transparent"): see pipeline/cli for its commands.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "pipeline/cli/commands.hpp"

// Tesseract opens an OpenMP region for every step of its network, which is slower on many threads than on one. OpenMP
// reads its limit before main() begins, so the program starts itself again with it. Reading processes may have one
// only.
static void hold_back_openmp(char** argv) {
  const char* limit = std::getenv("OMP_THREAD_LIMIT");
  if (limit != nullptr && std::string_view(limit) == "1") return;
  setenv("OMP_THREAD_LIMIT", "1", 1);
  execv("/proc/self/exe", argv);  // comes back only when it fails; then all works, slower
}

// Deep nesting needs a stack of the usual size; a smaller one would end the program without a word. The limit counts
// as the stack grows, so that it can be raised now.
static bool make_room() {
  constexpr rlim_t kUsual = rlim_t{8} << 20U;
  rlimit stack{};
  if (getrlimit(RLIMIT_STACK, &stack) != 0 || stack.rlim_cur >= kUsual) return true;
  stack.rlim_cur = std::min(kUsual, stack.rlim_max);
  (void)setrlimit(RLIMIT_STACK, &stack);
  return stack.rlim_cur >= kUsual / 8;
}

int main(int argc, char** argv) {
  if (!make_room()) {
    std::fputs("prongsai: the limit on the stack is too small: `ulimit -s 8192` sets the usual one\n", stderr);
    return prongsai::cli::kEnvironment;
  }
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further is an error of writing, and told as one
  hold_back_openmp(argv);
  prctl(PR_SET_NAME, "prongsai");  // started anew it would be "exe" in lists of processes
  return prongsai::cli::run(argc, argv);
}
