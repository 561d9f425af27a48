#include "pipeline/workers/run/hasher.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <new>

#include "models/record.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::workers {
namespace {

using std::chrono::milliseconds;

Hashed next(Hasher& hasher) {
  for (int i = 0; i < 1000; ++i) {
    if (hasher.wait(milliseconds(10))) return hasher.take();
  }
  throw std::logic_error("no hash came");
}

TEST(Hasher, HashesInOrder) {
  const samples::TempFolder folder;
  Hasher hasher(hash_file, std::chrono::seconds(60));
  for (std::size_t i = 0; i < 5; ++i) hasher.submit(i, folder.write(std::to_string(i), std::to_string(i)));
  hasher.submit(5, folder.path() / "none");
  for (std::size_t i = 0; i < 5; ++i) {
    const Hashed hashed = next(hasher);
    EXPECT_EQ(hashed.ticket, i);
    EXPECT_EQ(hashed.hash.value().sha256, stages::sha256_of(std::to_string(i)));
  }
  EXPECT_EQ(next(hasher).hash.failure().code, kReadingDeferred);
  EXPECT_EQ(hasher.pending(), 0U);
}

TEST(Hasher, WhatIsThrownOnTheWayCostsItsFileOnly) {
  const auto short_of_memory = [](const std::filesystem::path& file,
                                  const std::function<void()>&) -> Result<stages::FileHash> {
    if (file == "large") throw std::bad_alloc();
    return stages::FileHash{file.string(), 1};
  };
  Hasher hasher(short_of_memory, std::chrono::seconds(60));
  for (const char* name : {"a", "large", "b"}) hasher.submit(hasher.pending(), name);
  EXPECT_EQ(next(hasher).hash.value().sha256, "a");
  EXPECT_EQ(next(hasher).hash.failure().code, kReadingDeferred);
  EXPECT_EQ(next(hasher).hash.value().sha256, "b");
}

// A mount that does not answer, until the test is over.
struct DeadMount {
  std::mutex mutex;
  std::condition_variable over;
  bool ended = false;
  int entered = 0;

  void enter() {
    std::unique_lock lock(mutex);
    ++entered;
    over.wait(lock, [&] { return ended; });
  }
  void end() {
    const std::lock_guard lock(mutex);
    ended = true;
    over.notify_all();
  }
};

HashFile hanging_on(const std::shared_ptr<DeadMount>& mount, const std::string& name) {
  return [mount, name](const std::filesystem::path& file, const std::function<void()>&) -> Result<stages::FileHash> {
    if (file.filename().string().starts_with(name)) mount->enter();
    return stages::FileHash{file.filename().string(), 1};
  };
}

TEST(Hasher, AFileSystemThatDoesNotAnswerCostsItsFileOnly) {
  const auto mount = std::make_shared<DeadMount>();
  Hasher hasher(hanging_on(mount, "dead"), milliseconds(50));
  for (const char* name : {"a", "dead", "b", "c"}) hasher.submit(hasher.pending(), name);
  EXPECT_EQ(next(hasher).hash.value().sha256, "a");
  const Hashed dead = next(hasher);
  EXPECT_EQ(dead.ticket, 1U);
  EXPECT_EQ(dead.hash.failure().code, kReadingDeferred);
  EXPECT_EQ(next(hasher).hash.value().sha256, "b");
  EXPECT_EQ(next(hasher).hash.value().sha256, "c");
  EXPECT_EQ(hasher.pending(), 0U);
  mount->end();
}

TEST(Hasher, LeavesNoMoreThanAFewThreadsBehind) {
  const auto mount = std::make_shared<DeadMount>();
  {
    Hasher hasher(hanging_on(mount, ""), milliseconds(5));
    for (std::size_t i = 0; i < 40; ++i) hasher.submit(i, std::to_string(i));
    for (std::size_t i = 0; i < 40; ++i) {
      const Hashed hashed = next(hasher);
      EXPECT_EQ(hashed.ticket, i);
      EXPECT_FALSE(hashed.hash);
    }
  }
  const std::lock_guard lock(mount->mutex);
  EXPECT_LE(mount->entered, 10);
  mount->ended = true;
  mount->over.notify_all();
}

}  // namespace
}  // namespace prongsai::workers
