#include "pipeline/review/page_images.hpp"

#include <utility>

namespace prongsai::review {

// One of the slots while a page is painted, without the lock: given back also where painting throws.
class PageImages::Slot {
 public:
  Slot(PageImages& images, std::unique_lock<std::mutex>& lock, const std::string& key, const std::string& client)
      : images_(images), lock_(lock), key_(key), client_(client) {
    images_.painting_.insert(key_);
    images_.clients_.insert(client_);
    lock_.unlock();
  }
  ~Slot() {
    lock_.lock();
    images_.painting_.erase(key_);
    images_.clients_.erase(client_);
    images_.changed_.notify_all();
  }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

 private:
  PageImages& images_;
  std::unique_lock<std::mutex>& lock_;
  const std::string& key_;
  const std::string& client_;
};

Result<std::string> PageImages::paint(std::unique_lock<std::mutex>& lock, const std::string& key,
                                      const PagePlace& place, const std::string& client) {
  const Slot slot(*this, lock, key, client);
  return render_(place);
}

Result<PageImages::Image> PageImages::get(const std::string& key, const PagePlace& place, const std::string& client) {
  std::unique_lock lock(mutex_);
  while (true) {
    if (Image image = kept(key)) return image;
    if (const Failure* failure = failed(key)) return *failure;
    // The same page asked for twice at once waits here and is then found among those kept.
    if (!painting_.contains(key) && painting_.size() < kSlots && !clients_.contains(client)) break;
    changed_.wait(lock);
  }
  Result<std::string> painted = paint(lock, key, place, client);
  if (!painted) {
    failures_.insert_or_assign(key, Failed{painted.failure(), Clock::now() + kRemembered});
    return painted.failure();
  }
  Image image = std::make_shared<const std::string>(std::move(painted).value());
  keep(key, image);
  return image;
}

PageImages::Image PageImages::kept(const std::string& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second.at);
  return found->second.image;
}

const Failure* PageImages::failed(const std::string& key) {
  std::erase_if(failures_, [now = Clock::now()](const auto& failure) { return failure.second.until < now; });
  const auto found = failures_.find(key);
  return found == failures_.end() ? nullptr : &found->second.failure;
}

void PageImages::keep(const std::string& key, const Image& image) {
  order_.push_front(key);
  entries_[key] = {image, order_.begin()};
  bytes_ += image->size();
  while (bytes_ > most_bytes_ && order_.size() > 1) {
    const auto oldest = entries_.find(order_.back());
    bytes_ -= oldest->second.image->size();
    entries_.erase(oldest);
    order_.pop_back();
  }
}

}  // namespace prongsai::review
