// Pictures of pages, made on demand and kept in memory for a while.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "models/result.hpp"

namespace prongsai::review {

struct PagePlace {
  std::filesystem::path file;
  int page_no = 0;
  int turn = 0;  // clockwise degrees that set the page upright, as it was read
};

// PNG bytes of an upright page. Called from several threads.
using RenderPage = std::function<Result<std::string>(const PagePlace&)>;

class PageImages {
 public:
  using Image = std::shared_ptr<const std::string>;

  // `most_bytes`: of all pictures together; the least recently asked for go first.
  PageImages(RenderPage render, std::size_t most_bytes) : render_(std::move(render)), most_bytes_(most_bytes) {}

  // `key` names the bytes of the file and the page. At most two pages are painted at a time.
  [[nodiscard]] Result<Image> get(const std::string& key, const PagePlace& place);

 private:
  using Order = std::list<std::string>;
  struct Entry {
    Image image;
    Order::iterator at;
  };

  [[nodiscard]] Image kept(const std::string& key);
  void keep(const std::string& key, const Image& image);

  RenderPage render_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::mutex mutex_;  // of the members below
  Order order_;       // most recently asked for first
  std::map<std::string, Entry> entries_;
  std::mutex painting_[2];  // a picture waits at the one that its key falls on
};

}  // namespace prongsai::review
