// The report's own file, and what was read of each page as text.
#include <fcntl.h>
#include <httplib.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>

#include "pipeline/review/attachment.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/report_file.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

// A regular file that is open for reading, or none.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
    struct stat about {};
    if (descriptor_ >= 0 && fstat(descriptor_, &about) == 0 && S_ISREG(about.st_mode)) size_ = about.st_size;
  }
  ~OpenFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] std::optional<std::size_t> size() const {
    return size_ < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(size_));
  }
  // Up to 64 KiB from a place; "" at the end or where it cannot be read.
  [[nodiscard]] std::string part(std::size_t from, std::size_t most = 64U << 10U) const {
    std::string bytes(std::min<std::size_t>(most, 64U << 10U), '\0');
    const ssize_t got = pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(from));
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }

 private:
  int descriptor_;
  off_t size_ = -1;
};

std::string sha256_of(const OpenFile& file) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::size_t at = 0;
  for (std::string part = file.part(at); !part.empty(); part = file.part(at)) {
    EVP_DigestUpdate(context.get(), part.data(), part.size());
    at += part.size();
  }
  std::array<unsigned char, 32> out{};
  EVP_DigestFinal_ex(context.get(), out.data(), nullptr);
  std::string hex;
  for (const unsigned char byte : out) {
    constexpr std::string_view kHex = "0123456789abcdef";
    hex += {kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return hex;
}

// The very bytes that were read, as a file to keep; of what is attached to a file, that file. An untrusted PDF is shown
// by the reader's own program, never as a page of this server.
void send_original(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const auto report = report_file(reader, std::stoll(request.matches[1]));
  if (!report) return send_error(response, 404, "there is no such submission");
  const auto file = std::make_shared<OpenFile>(stages::path_of(report->canonical_path));
  const auto size = file->size();
  if (!size || *size == 0 || sha256_of(*file) != report->sha256)
    return send_error(response, 410, "the report's file is gone or was changed since it was read");
  const bool is_pdf = file->part(0, 1024).find("%PDF-") != std::string::npos;
  response.set_header("Content-Disposition", disposition_of(report->source_path));
  response.set_header("Content-Security-Policy", "sandbox; default-src 'none'");
  response.set_content_provider(*size, is_pdf ? "application/pdf" : "application/octet-stream",
                                [file](std::size_t from, std::size_t length, httplib::DataSink& sink) {
                                  const std::string part = file->part(from, length);
                                  return !part.empty() && sink.write(part.data(), part.size());
                                });
}

void send_text(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const auto page = store::text_of_page(reader, std::stoll(request.matches[1]), std::stoll(request.matches[2]));
  if (!page) return send_error(response, 404, "there is no such page");
  send_json(response, store::json_of(*page));
}

}  // namespace

void add_original_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18})/original)",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            send_original(desk, request, response);
          });
  add_get(
      server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18})/pages/(\d{1,6})/text)",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_text(desk, request, response); });
}

}  // namespace prongsai::review
