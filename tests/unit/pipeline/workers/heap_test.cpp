#include "pipeline/workers/sandbox/heap.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/workers/process/process.hpp"

namespace prongsai::workers {
namespace {

using Block = std::vector<char>;

// Leaves a hole of a mebibyte between blocks that stay.
std::vector<Block> with_a_hole(std::uintptr_t& hole) {
  std::vector<Block> blocks;
  for (int i = 0; i < 3; ++i) blocks.emplace_back(std::size_t{1} << 20U);
  hole = reinterpret_cast<std::uintptr_t>(blocks[1].data());
  blocks[1] = Block();
  return blocks;
}

// In a process of its own, for the heap stays as it was set; without the gaps that earlier tests left in it.
int status_of(const std::function<bool()>& holds) {
  const pid_t pid = fork();
  if (pid == 0) {
    leave_fresh_memory_to_copies();
    _exit(holds() ? 0 : 1);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return status;
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Heap, WhatIsFreeIsUsedAgainUntilItIsLeftOut) {
  EXPECT_EQ(status_of([] {
              keep_freed_memory(256);
              std::uintptr_t hole = 0;
              const auto blocks = with_a_hole(hole);
              const Block again(std::size_t{1} << 20U);
              return reinterpret_cast<std::uintptr_t>(again.data()) == hole;
            }),
            0);
  EXPECT_EQ(status_of([] {
              keep_freed_memory(256);
              std::uintptr_t hole = 0;
              const auto blocks = with_a_hole(hole);
              const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
              leave_fresh_memory_to_copies();
              const Block fresh(std::size_t{1} << 20U);
              return reinterpret_cast<std::uintptr_t>(fresh.data()) >= end;
            }),
            0);
}

TEST(Heap, NotEvenTheSmallestGapIsLeftToCopies) {
  constexpr std::size_t largest = 3000;
  constexpr int of_each = 20;
  EXPECT_EQ(status_of([] {
              std::vector<Block> blocks;
              for (std::size_t size = 24; size < largest; size += 24) {
                for (int i = 0; i < of_each; ++i) blocks.emplace_back(size);
              }
              std::vector<std::uintptr_t> old;
              old.reserve(blocks.size());
              for (std::size_t i = 0; i < blocks.size(); i += 2) {
                old.push_back(reinterpret_cast<std::uintptr_t>(blocks[i].data()));
                blocks[i] = Block();
              }
              leave_fresh_memory_to_copies();
              const std::uintptr_t last = *std::max_element(old.begin(), old.end());
              for (std::size_t size = 24; size < largest; size += 24) {
                const Block fresh(size);
                if (reinterpret_cast<std::uintptr_t>(fresh.data()) <= last) return false;
              }
              return true;
            }),
            0);
}
#endif

TEST(Program, IsStartedWithTheEnvironmentGiven) {
  const Child child = start_program({"/bin/sh", "-c", "echo \"$NEW $HOME\""}, {"NEW=both"});
  int status = 0;
  waitpid(child.pid, &status, 0);
  const char* const home = getenv("HOME");
  EXPECT_EQ(last_line(child.log), std::string("both ") + (home == nullptr ? "" : home));
}

}  // namespace
}  // namespace prongsai::workers
