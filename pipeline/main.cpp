// prongsai (โปร่งใส, "transparent"): see pipeline/cli for its commands.
#include <sys/prctl.h>
#include <unistd.h>

#include <cstdlib>

#include "pipeline/cli/commands.hpp"

// Tesseract opens an OpenMP region for every step of its network, which is slower on many threads than on one. OpenMP
// reads its limit before main() begins, so the program starts itself again with it.
static void hold_back_openmp(char** argv) {
  if (std::getenv("OMP_THREAD_LIMIT") != nullptr) return;
  setenv("OMP_THREAD_LIMIT", "1", 1);
  execv("/proc/self/exe", argv);  // comes back only when it fails; then all works, slower
}

int main(int argc, char** argv) {
  hold_back_openmp(argv);
  prctl(PR_SET_NAME, "prongsai");  // started anew it would be "exe" in lists of processes
  return prongsai::cli::run(argc, argv);
}
