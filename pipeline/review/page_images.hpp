// Pictures of pages, made on demand and kept in memory for a while.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "models/result.hpp"

namespace prongsai::review {

struct PagePlace {
  std::filesystem::path file;
  int page_no = 0;
  int turn = 0;             // clockwise degrees that set the page upright, as it was read
  int dpi = 110;            // pixels an inch
  std::string attached_at;  // of a document within the file (Submission::attached_at); "" for the file itself …
  std::string sha256;       // … and of its bytes
};

// PNG bytes of an upright page. Called from several threads.
using RenderPage = std::function<Result<std::string>(const PagePlace&)>;

class PageImages {
 public:
  using Image = std::shared_ptr<const std::string>;

  // `most_bytes`: of all pictures together; the least recently asked for go first.
  PageImages(RenderPage render, std::size_t most_bytes) : render_(std::move(render)), most_bytes_(most_bytes) {}

  // `key` names the bytes of the file and the page. At most kSlots pages are painted at a time, and one for each
  // `client`: whoever asks for pages that take long waits for them alone. A page that failed is not tried again for a
  // while; what the painter throws goes through, and the page may be asked for again.
  [[nodiscard]] Result<Image> get(const std::string& key, const PagePlace& place, const std::string& client);

  static constexpr std::size_t kSlots = 4;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::minutes kRemembered{10};  // a failure

  using Order = std::list<std::string>;
  struct Entry {
    Image image;
    Order::iterator at;
  };
  struct Failed {
    Failure failure;
    Clock::time_point until;
  };

  class Slot;

  // Under mutex_, as is all below; painting itself goes without.
  [[nodiscard]] Result<std::string> paint(std::unique_lock<std::mutex>& lock, const std::string& key,
                                          const PagePlace& place, const std::string& client);
  [[nodiscard]] Image kept(const std::string& key);
  [[nodiscard]] const Failure* failed(const std::string& key);
  void keep(const std::string& key, const Image& image);

  RenderPage render_;
  std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable changed_;  // a slot is free
  std::size_t bytes_ = 0;
  Order order_;  // most recently asked for first
  std::map<std::string, Entry> entries_;
  std::map<std::string, Failed> failures_;
  std::set<std::string> painting_;  // keys
  std::set<std::string> clients_;   // that a page is being painted for
};

}  // namespace prongsai::review
