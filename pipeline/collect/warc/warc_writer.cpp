#include "pipeline/collect/warc/warc_writer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <random>
#include <stdexcept>

#include "pipeline/collect/fetch/fetcher.hpp"
#include "pipeline/collect/warc/gzip_member.hpp"
#include "pipeline/collect/warc/warc_head.hpp"

namespace prongsai::collect {
namespace {

namespace fs = std::filesystem;

constexpr long long kFileBytes = 1LL << 30U;  // then the next file begins

[[noreturn]] void fail_at(const fs::path& path) {
  throw std::runtime_error(path.string() + ": " + std::strerror(errno));
}

int file_number(const std::string& name) {
  int number = 0;
  return std::sscanf(name.c_str(), "collect-%d.warc.gz", &number) == 1 ? number : 0;
}

}  // namespace

std::string warc_name(int number) {
  std::array<char, 40> name{};
  std::snprintf(name.data(), name.size(), "collect-%05d.warc.gz", number);
  return name.data();
}

WarcWriter::WarcWriter(fs::path folder, std::string user_agent,
                       const std::optional<std::pair<std::string, long long>>& end)
    : folder_(std::move(folder)), user_agent_(std::move(user_agent)) {
  if (end) number_ = file_number(end->first);
  std::error_code error;
  if (end && fs::exists(folder_ / end->first, error)) {
    open(end->first, end->second);
  } else {
    begin_next_file();
  }
}

WarcWriter::~WarcWriter() {
  if (fd_ >= 0) close(fd_);
}

void WarcWriter::open(const std::string& name, long long end) {
  if (fd_ >= 0) close(fd_);
  name_ = name;
  fd_ = ::open((folder_ / name).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (fd_ < 0 || ftruncate(fd_, end) != 0 || lseek(fd_, end, SEEK_SET) < 0) fail_at(folder_ / name);
  end_ = end;
}

void WarcWriter::begin_next_file() {
  ++number_;
  open(warc_name(number_), 0);
  write_info();
}

std::string WarcWriter::new_record_id() {
  std::random_device random;
  std::array<unsigned, 4> word{random(), random(), random(), random()};
  word[1] = (word[1] & 0xFFFF0FFFU) | 0x4000U;
  word[2] = (word[2] & 0x3FFFFFFFU) | 0x80000000U;
  std::array<char, 64> id{};
  std::snprintf(id.data(), id.size(), "<urn:uuid:%08x-%04x-%04x-%04x-%04x%08x>", word[0], word[1] >> 16U,
                word[1] & 0xFFFFU, word[2] >> 16U, word[2] & 0xFFFFU, word[3]);
  return id.data();
}

void WarcWriter::put(const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = ::write(fd_, at, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail_at(folder_ / name_);
    at += written;
    size -= static_cast<std::size_t>(written);
    end_ += written;
  }
}

void WarcWriter::write_info() {
  const std::string block =
      "software: " + user_agent_ +
      "\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
      "robots: obey\r\n";
  write_record(warc_head({"warcinfo", new_record_id(), utc_now(), "", "application/warc-fields", "", "", ""},
                         static_cast<long long>(block.size())),
               block, {}, 0);
}

// Opened before anything is written: the head says how long the body is, which holds or the run ends.
void WarcWriter::write_record(const std::string& head, std::string_view block, const fs::path& body, long long bytes) {
  std::ifstream in;
  if (bytes > 0) in.open(body, std::ios::binary);
  if (!in) fail_at(body);
  GzipMember member([this](const void* packed, std::size_t size) { put(packed, size); });
  member.add(head);
  member.add(block);
  std::array<char, 65536> piece{};
  for (long long left = bytes; left > 0; left -= in.gcount()) {
    in.read(piece.data(), std::min<std::streamsize>(left, piece.size()));
    if (in.gcount() == 0) throw std::runtime_error(body.string() + ": it cannot be read to its end");
    member.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  member.add("\r\n\r\n");
  member.finish();
}

void WarcWriter::write(Fetched& fetched, const fs::path& body) {
  if (end_ >= kFileBytes) begin_next_file();
  Fetch& fetch = fetched.fetch;
  fetch.warc = name_;
  fetch.warc_offset = end_;
  const long long bytes = body.empty() ? 0 : static_cast<long long>(fs::file_size(body));
  const std::string answer = archived_headers(fetch.headers, bytes);
  const std::string request = archived_request(fetched.request);
  const std::string id = new_record_id();
  const std::string digest = fetch.sha256.empty() ? "" : "sha256:" + fetch.sha256;
  write_record(
      warc_head({"response", id, fetch.at, fetch.url, "application/http; msgtype=response", fetch.address, "", digest},
                static_cast<long long>(answer.size()) + bytes),
      answer, body, bytes);
  write_record(warc_head({"request", new_record_id(), fetch.at, fetch.url, "application/http; msgtype=request",
                          fetch.address, id, ""},
                         static_cast<long long>(request.size())),
               request, {}, 0);
  fetch.warc_end = end_;
}

}  // namespace prongsai::collect
