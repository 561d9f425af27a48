// Whose doing it is that a worker was lost: what the document's bytes do to a reader comes again with each reading,
// what the machine or its people do need not.
#pragma once

namespace prongsai::workers {

enum class Blame {
  memory,     // a page needs more memory than a worker may use
  document,   // it crashed, ended by itself or sent nonsense
  processor,  // it used up its processor time: the document's doing where nothing else kept the machine busy
  clock,      // it ran out of time by the clock: the machine may have been busy
  outside,    // ended from outside, or lost before it looked at the document
};

// The exit status of a worker that failed before it had looked at its document.
inline constexpr int kNotBegun = 75;
// … and of one that ended for a page's memory.
inline constexpr int kPageNeedsMemory = 76;

// From the status that waitpid() gives. Signals that a program raises by its own fault are the document's, the others
// are sent by somebody: the system short of memory, a scheduler, a person.
[[nodiscard]] Blame blame_of(int wait_status);

}  // namespace prongsai::workers
