#include "pipeline/collect/pages/page_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <zip.h>

#include <optional>
#include <string>

#include "pipeline/collect/pages/archive.hpp"
#include "pipeline/collect/pages/page_worker.hpp"

namespace prongsai::collect {
namespace {

workers::Child start_page_worker() {
  return workers::start_copy([](int fd) { return run_page_worker(fd); });
}

std::vector<Result<PageAnswer>> read_all(PageReader& reader, const std::vector<PageJob>& jobs) {
  std::vector<Result<PageAnswer>> answers;
  for (const PageJob& job : jobs) reader.read(job, [&](Result<PageAnswer> answer) { answers.push_back(answer); });
  while (!reader.idle()) {
    std::vector<pollfd> fds;
    for (const int fd : reader.descriptors()) fds.push_back({fd, POLLIN, 0});
    poll(fds.data(), fds.size(), 1000);
    reader.take_in();
  }
  return answers;
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  zip_t* const zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : files) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_GUESS);
  }
  zip_close(zip);
  zip_source_open(source);
  std::string out(1 << 20, '\0');
  out.resize(static_cast<std::size_t>(zip_source_read(source, out.data(), out.size())));
  zip_source_free(source);
  return out;
}

TEST(PageReader, ReadsPagesSitemapsAndArchives) {
  PageReader reader(start_page_worker);
  const std::string zip = zip_of({{"O34.pdf", "%PDF-1.4 x"}, {"notes.txt", "n"}, {"ก/O35.PDF", "%PDF-1.4 y"}});
  const auto answers = read_all(reader, {{PageJob::Kind::page, "text/html", "<title>t</title><a href=x>y</a>"},
                                         {PageJob::Kind::sitemap, "", "<loc>https://a.example/</loc>"},
                                         {PageJob::Kind::archive, "", zip},
                                         {PageJob::Kind::archive, "", "no archive"}});
  ASSERT_EQ(answers.size(), 4U);
  std::size_t links = 0;
  std::size_t addresses = 0;
  std::vector<std::string> files;
  for (const auto& answer : answers) {
    ASSERT_TRUE(answer.ok()) << answer.failure().message;
    links += answer.value().page.links.size();
    addresses += answer.value().addresses.size();
    for (const ArchiveEntry& entry : answer.value().entries) files.push_back(entry.name + ": " + entry.bytes);
  }
  EXPECT_EQ(links, 1U);
  EXPECT_EQ(addresses, 1U);
  EXPECT_THAT(files, ::testing::ElementsAre("O34.pdf: %PDF-1.4 x", "ก/O35.PDF: %PDF-1.4 y"));
}

// Each in a copy of its reader that has no files: the face was loaded before. A thousand cost no more than one.
TEST(PageReader, DrawsPictures) {
  PageReader reader(start_page_worker);
  const PageJob job{PageJob::Kind::picture, "", "", {{"หน้าแรก \xFF"}, {"O34", source::PaintedLine::Look::marked}}};
  const PageJob nothing{PageJob::Kind::picture};
  const auto answers = read_all(reader, {job, nothing, job});
  ASSERT_EQ(answers.size(), 3U);
  for (const auto& answer : answers) {
    ASSERT_TRUE(answer.ok()) << answer.failure().message;
    EXPECT_TRUE(answer.value().picture.starts_with("\x89PNG"));
    EXPECT_LT(answer.value().picture.size(), 20'000U);
  }
}

TEST(PageReader, AJobThatItsReaderCannotDoCostsNothingElse) {
  PageReader reader(start_page_worker);
  std::string endless;  // formatting that HTML5 repeats in each block: more than any processor time allowed
  for (int i = 0; i < 100000; ++i) endless += "<div><b>";
  const auto answers =
      read_all(reader, {{PageJob::Kind::page, "", endless}, {PageJob::Kind::page, "", std::string(1000, '<')}});
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_TRUE(answers[0].ok());
  ASSERT_FALSE(answers[1].ok());
  EXPECT_NE(answers[1].failure().message.find("its reader"), std::string::npos);
}

TEST(PageAnswer, IsBelievedWithinBoundsOnly) {
  PageAnswer answer;
  answer.page.title = "a\xFF" + std::string(1000, 'b');
  answer.page.links.push_back({"x", "y", 0, false});
  EXPECT_ANY_THROW((void)decode_page_answer("no CBOR"));
  answer.page.title = std::string(1000, 'b');
  EXPECT_EQ(decode_page_answer(encode(answer)).page.title.size(), 300U);
  answer.page.links.assign(4000, {"x", "y", 0, false});
  EXPECT_ANY_THROW((void)decode_page_answer(encode(answer)));
  answer.page.links.clear();
  answer.entries.assign(kMostEntries + 1, {});
  EXPECT_ANY_THROW((void)decode_page_answer(encode(answer)));
  answer.entries.clear();
  const std::string png = "\x89PNG\r\n\x1A\n";
  answer.picture = png + "x";
  EXPECT_EQ(decode_page_answer(encode(answer)).picture, answer.picture);
  answer.picture = "<html>";
  EXPECT_ANY_THROW((void)decode_page_answer(encode(answer)));
  answer.picture = png + std::string(kLargestPicture, 'x');
  EXPECT_ANY_THROW((void)decode_page_answer(encode(answer)));
}

TEST(Archive, UnpacksNoBomb) {
  constexpr std::size_t kRoom = 1000;
  const std::string zeros(kRoom / 2 + 1, '\0');
  const auto entries = read_archive(zip_of({{"a.pdf", zeros}, {"b.pdf", zeros}, {"c.pdf", "%PDF"}}), kRoom);
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1].bytes, "");
  EXPECT_NE(entries[1].left_out, "");
  EXPECT_EQ(entries[2].bytes, "%PDF");
}

}  // namespace
}  // namespace prongsai::collect
