#include "pipeline/workers/process/blame.hpp"

#include <signal.h>
#include <sys/wait.h>

namespace prongsai::workers {

Blame blame_of(int wait_status) {
  if (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == kNotBegun) return Blame::outside;
  if (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == kPageNeedsMemory) return Blame::memory;
  if (!WIFSIGNALED(wait_status)) return Blame::document;
  switch (WTERMSIG(wait_status)) {
    case SIGXCPU:
      return Blame::processor;
    case SIGSEGV:
    case SIGBUS:
    case SIGABRT:
    case SIGFPE:
    case SIGILL:
    case SIGTRAP:
    case SIGSYS:
      return Blame::document;
    default:
      return Blame::outside;
  }
}

}  // namespace prongsai::workers
