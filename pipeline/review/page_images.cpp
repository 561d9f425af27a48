#include "pipeline/review/page_images.hpp"

#include <utility>

namespace prongsai::review {

Result<PageImages::Image> PageImages::get(const std::string& key, const PagePlace& place) {
  if (Image image = kept(key)) return image;
  // The same page asked for twice at once waits here and is then found among those kept.
  const std::lock_guard turn(painting_[std::hash<std::string>{}(key) % 2]);
  if (Image image = kept(key)) return image;
  Result<std::string> painted = render_(place);
  if (!painted) return painted.failure();
  Image image = std::make_shared<const std::string>(std::move(painted).value());
  keep(key, image);
  return image;
}

PageImages::Image PageImages::kept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second.at);
  return found->second.image;
}

void PageImages::keep(const std::string& key, const Image& image) {
  const std::lock_guard lock(mutex_);
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
