#include "pipeline/review/page_images.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

namespace prongsai::review {
namespace {

constexpr std::size_t kRoom = 1000;

// A painter whose pages of file "slow" take until they are let go.
struct Painter {
  std::promise<void> let_go;
  std::shared_future<void> gone = let_go.get_future().share();
  std::atomic<int> painted = 0;

  RenderPage render() {
    return [this](const PagePlace& place) -> Result<std::string> {
      ++painted;
      if (place.file == "slow") gone.wait();
      if (place.file == "thrown") throw std::runtime_error("no process can be started");
      if (place.file == "bad") return Failure{"unreadable_page", "no"};
      return std::string("picture");
    };
  }
};

TEST(PageImages, OnesSlowPagesDoNotHoldUpTheOthers) {
  Painter painter;
  PageImages images(painter.render(), kRoom);
  std::vector<std::future<bool>> slow;
  for (int i = 0; i < 8; ++i) {
    slow.push_back(std::async(std::launch::async, [&images, i] {
      return static_cast<bool>(images.get("slow" + std::to_string(i), {"slow", i}, "one"));
    }));
  }
  while (painter.painted == 0) std::this_thread::yield();
  for (int i = 0; i < 8; ++i) EXPECT_TRUE(images.get("good" + std::to_string(i), {"good", i}, "two"));
  painter.let_go.set_value();
  for (auto& each : slow) EXPECT_TRUE(each.get());
}

TEST(PageImages, AFailureIsRemembered) {
  Painter painter;
  PageImages images(painter.render(), kRoom);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(images.get("bad", {"bad", 1}, "one"));
  EXPECT_EQ(painter.painted, 1);
}

// A painter that could not even begin holds up nobody: neither who asked, nor the page, nor a slot.
TEST(PageImages, APainterThatThrowsGivesItsSlotBack) {
  Painter painter;
  PageImages images(painter.render(), kRoom);
  for (std::size_t i = 0; i <= PageImages::kSlots; ++i)
    EXPECT_THROW((void)images.get("thrown", {"thrown", 1}, "one"), std::runtime_error);
  EXPECT_TRUE(images.get("good", {"good", 1}, "one"));
  EXPECT_TRUE(images.get("thrown", {"good", 1}, "two"));
}

TEST(PageImages, APageAskedForByTwoAtOnceIsPaintedOnce) {
  Painter painter;
  PageImages images(painter.render(), kRoom);
  auto first = std::async(std::launch::async, [&] { return static_cast<bool>(images.get("k", {"slow", 1}, "one")); });
  while (painter.painted == 0) std::this_thread::yield();
  auto second = std::async(std::launch::async, [&] { return static_cast<bool>(images.get("k", {"slow", 1}, "two")); });
  painter.let_go.set_value();
  EXPECT_TRUE(first.get());
  EXPECT_TRUE(second.get());
  EXPECT_EQ(painter.painted, 1);
}

}  // namespace
}  // namespace prongsai::review
