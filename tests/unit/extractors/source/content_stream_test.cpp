// What a page draws, decoded within its bounds.
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "extractors/source/content/stream.hpp"

namespace prongsai::source {
namespace {

// A page whose content stands in streams of these bytes.
class PageOfStreams {
 public:
  explicit PageOfStreams(const std::vector<std::string>& parts) {
    document_.emptyPDF();
    page_ = QPDFObjectHandle::parse("<< /Type /Page >>");
    page_.replaceKey("/Contents", QPDFObjectHandle::newArray());
    for (const std::string& part : parts)
      page_.getKey("/Contents").appendItem(QPDFObjectHandle::newStream(&document_, part));
  }
  [[nodiscard]] std::optional<std::string> content(std::size_t limit) { return page_content(page_, limit); }

 private:
  QPDF document_;
  QPDFObjectHandle page_;
};

TEST(PageContent, ATokenDoesNotGoOverTheEndOfAStream) {
  EXPECT_EQ(PageOfStreams({"1 0 0", "1 k"}).content(100), "1 0 0\n1 k");
}

// What a caller takes off its budget is never more than the budget.
TEST(PageContent, IsNeverLongerThanAllowed) {
  EXPECT_EQ(PageOfStreams({"0123456789"}).content(10), "0123456789");
  EXPECT_EQ(PageOfStreams({"0123", "56789"}).content(10), "0123\n56789");
  EXPECT_EQ(PageOfStreams({"0123", "567890"}).content(10), std::nullopt);
  EXPECT_EQ(PageOfStreams({"0123456789", ""}).content(10), std::nullopt);
  EXPECT_EQ(PageOfStreams({"012345678", "9"}).content(10), std::nullopt);
}

}  // namespace
}  // namespace prongsai::source
