#include "pipeline/collect/warc/warc_writer.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/temp_folder.hpp"

namespace prongsai::collect {
namespace {

// All members of a gzip file, each unpacked; a torn one is left out.
std::vector<std::string> members_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::string> members;
  while (!bytes.empty()) {
    z_stream stream{};
    inflateInit2(&stream, 31);
    void* const raw = bytes.data();
    stream.next_in = static_cast<Bytef*>(raw);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out(1 << 20, '\0');
    void* const room = out.data();
    stream.next_out = static_cast<Bytef*>(room);
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    const std::size_t used = stream.total_in;
    inflateEnd(&stream);
    if (!whole) break;
    members.push_back(out);
    bytes.erase(0, used);
  }
  return members;
}

Fetched answer(const std::string& url) {
  Fetched fetched;
  fetched.fetch.url = url;
  fetched.fetch.at = "2026-11-28T10:00:00Z";
  fetched.fetch.address = "203.0.113.5";
  fetched.fetch.status = 200;
  fetched.fetch.sha256 = "aa";
  fetched.fetch.headers =
      "HTTP/2 200 \r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\nContent-Length: 2\r\n\r\n";
  fetched.request = "GET /x HTTP/2\r\nHost: a.example\r\n\r\n";
  return fetched;
}

TEST(WarcWriter, WritesRecordsThatReadersKnow) {
  const samples::TempFolder scratch;
  const auto body = scratch.path() / "body";
  std::ofstream(body) << "hello";
  {
    WarcWriter warc(scratch.path(), "prongsai/1 (+x)", std::nullopt);
    Fetched fetched = answer("http://a.example/x");
    warc.write(fetched, body);
    EXPECT_EQ(fetched.fetch.warc, "collect-00001.warc.gz");
    EXPECT_GT(fetched.fetch.warc_offset, 0);
    EXPECT_EQ(static_cast<std::uintmax_t>(fetched.fetch.warc_end),
              std::filesystem::file_size(scratch.path() / fetched.fetch.warc));
  }
  const auto members = members_of(scratch.path() / "collect-00001.warc.gz");
  ASSERT_EQ(members.size(), 3U);
  EXPECT_TRUE(members[0].starts_with("WARC/1.1\r\nWARC-Type: warcinfo\r\n"));
  EXPECT_NE(members[1].find("WARC-Target-URI: http://a.example/x\r\n"), std::string::npos);
  EXPECT_NE(
      members[1].find("\r\n\r\nHTTP/1.1 200 \r\ncontent-type: text/html\r\nX-Archive-Orig-content-encoding: gzip\r\n"
                      "X-Archive-Orig-Content-Length: 2\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"),
      std::string::npos)
      << members[1];
  EXPECT_NE(members[2].find("WARC-Type: request\r\n"), std::string::npos);
  EXPECT_NE(members[2].find("GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n\r\n\r\n"), std::string::npos);
}

TEST(WarcWriter, ABodyThatCannotBeReadIsNotTakenForAnEmptyOne) {
  const samples::TempFolder scratch;
  WarcWriter warc(scratch.path(), "x", std::nullopt);
  const auto before = std::filesystem::file_size(scratch.path() / warc_name(1));
  Fetched fetched = answer("http://a.example/x");
  for (const auto& body : {scratch.path() / "none", scratch.path()}) {
    EXPECT_THROW(warc.write(fetched, body), std::runtime_error) << body;
    EXPECT_EQ(std::filesystem::file_size(scratch.path() / warc_name(1)), before) << "half a record";
  }
}

TEST(WarcWriter, GoesOnWhereWhatWasSavedEnds) {
  const samples::TempFolder scratch;
  Fetched first = answer("http://a.example/1");
  {
    WarcWriter warc(scratch.path(), "x", std::nullopt);
    warc.write(first, {});
    Fetched lost = answer("http://a.example/lost");
    warc.write(lost, {});
  }
  std::filesystem::resize_file(scratch.path() / first.fetch.warc,
                               static_cast<std::uintmax_t>(first.fetch.warc_end) + 20);
  WarcWriter warc(scratch.path(), "x", std::pair(first.fetch.warc, first.fetch.warc_end));
  Fetched second = answer("http://a.example/2");
  warc.write(second, {});
  const auto members = members_of(scratch.path() / first.fetch.warc);
  ASSERT_EQ(members.size(), 5U);
  EXPECT_NE(members[3].find("http://a.example/2"), std::string::npos);
  WarcWriter anew(scratch.path(), "x", std::pair(std::string("collect-00007.warc.gz"), 10LL));
  anew.write(second, {});
  EXPECT_EQ(second.fetch.warc, "collect-00008.warc.gz");
}

}  // namespace
}  // namespace prongsai::collect
