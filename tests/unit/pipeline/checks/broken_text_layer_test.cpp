// Text layers that hold other letters than the page shows.
#include "read_pages.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BrokenTextLayer, BrokenTextLayerOnceAReport) {
  PageRecord broken = page(PageSource::ocr, 0.9);
  broken.broken_text_layer = true;
  const PageRecord sound = page(PageSource::text, 1);
  const auto findings = with_pages({sound, broken, broken, sound, broken}).run(broken_text_layer);
  ASSERT_THAT(places(findings), ElementsAre("broken_text_layer - - -"));
  EXPECT_EQ(findings[0].values.at("pages"), "2–3, 5");
  EXPECT_EQ(findings[0].at->page_no, 2);
  EXPECT_THAT(with_pages({sound}).raised(broken_text_layer), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
