// Hashes files beside the run's own loop, one after the other, so that a file system that does not answer costs the
// files on it and not the run. What a thread hangs in cannot be broken off; it is left behind, and another takes over.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>

#include "models/result.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::workers {

// Hashes a file; calls `on_piece` as it gets on. What it throws defers the file.
using HashFile =
    std::function<Result<stages::FileHash>(const std::filesystem::path& file, const std::function<void()>& on_piece)>;

// stages::sha256_of_file: refuses a file that is too large unread.
[[nodiscard]] Result<stages::FileHash> hash_file(const std::filesystem::path& file,
                                                 const std::function<void()>& on_piece);

struct Hashed {
  std::size_t ticket = 0;
  Result<stages::FileHash> hash;  // Failure reading_deferred: the file system gave nothing for too long
};

class Hasher {
 public:
  // `patience`: how long a file may give nothing.
  Hasher(HashFile hash, std::chrono::milliseconds patience);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void submit(std::size_t ticket, std::filesystem::path file);

  // Files submitted and not yet taken.
  [[nodiscard]] std::size_t pending() const { return pending_; }

  // Waits until a file is done, at most so long. In the order of submission.
  [[nodiscard]] bool wait(std::chrono::milliseconds at_most);

  // The next that is done; needs wait() to have said so.
  [[nodiscard]] Hashed take();

  struct Lane;

 private:
  void begin_lane();
  [[nodiscard]] bool is_stuck() const;
  void leave_behind();

  HashFile hash_;
  std::chrono::milliseconds patience_;
  std::shared_ptr<Lane> lane_;
  std::deque<Hashed> done_;  // of lanes left behind
  std::size_t pending_ = 0;
  int left_behind_ = 0;
};

}  // namespace prongsai::workers
