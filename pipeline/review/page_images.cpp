#include "pipeline/review/page_images.hpp"

#include <utility>

namespace prongsai::review {

Result<PageImages::Image> PageImages::get(const std::string& key, const PagePlace& place, const std::string& client) {
  std::unique_lock lock(mutex_);
  while (true) {
    if (Image image = kept(key)) return image;
    if (const Failure* failure = failed(key)) return *failure;
    // The same page asked for twice at once waits here and is then found among those kept.
    if (!painting_.contains(key) && painting_.size() < kSlots && !clients_.contains(client)) break;
    changed_.wait(lock);
  }
  painting_.insert(key);
  clients_.insert(client);
  lock.unlock();
  Result<std::string> painted = render_(place);
  lock.lock();
  painting_.erase(key);
  clients_.erase(client);
  changed_.notify_all();
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
