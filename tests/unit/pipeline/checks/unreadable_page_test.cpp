// Pages that nothing could be read of.
#include "read_pages.hpp"

namespace prongsai::checks {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(UnreadablePage, UnreadablePagesOneByOne) {
  PageRecord unreadable = page(PageSource::ocr, 0);
  unreadable.unreadable = true;
  const Report report = with_pages({unreadable, page(PageSource::blank, 1), unreadable});
  EXPECT_THAT(report.run(unreadable_page), SizeIs(2));
  EXPECT_THAT(report.raised(low_confidence), IsEmpty()) << "said already";
}

}  // namespace
}  // namespace prongsai::checks
