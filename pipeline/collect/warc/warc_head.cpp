#include "pipeline/collect/warc/warc_head.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace prongsai::collect {
namespace {

// What described the body on its way and does not describe it as it is kept.
constexpr std::array<std::string_view, 3> kOfTheWay = {"content-encoding:", "content-length:", "transfer-encoding:"};

bool begins_like(std::string_view line, std::string_view name) {
  return line.size() >= name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
           return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
         });
}

// "HTTP/2 200" → "HTTP/1.1 200 ": readers know no other form.
std::string status_line(std::string_view line) {
  const std::size_t blank = line.find(' ');
  const std::string rest(blank == std::string_view::npos ? std::string_view() : line.substr(blank + 1));
  return "HTTP/1.1 " + rest + (rest.find(' ') == std::string::npos ? " " : "");
}

template <typename Visit>
void each_line(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) visit(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string warc_head(const WarcHead& head, long long block_bytes) {
  std::string out = "WARC/1.1\r\n";
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + ": " + value + "\r\n";
  };
  line("WARC-Type", head.type);
  line("WARC-Record-ID", head.id);
  line("WARC-Date", head.at);
  line("WARC-Target-URI", head.url);
  line("WARC-IP-Address", head.address);
  line("WARC-Concurrent-To", head.concurrent);
  line("WARC-Payload-Digest", head.digest);
  line("Content-Type", head.content_type);
  line("Content-Length", std::to_string(block_bytes));
  return out + "\r\n";
}

std::string archived_headers(std::string_view headers, long long body_bytes) {
  std::string out;
  each_line(headers, [&](std::string_view line) {
    const bool of_the_way =
        std::any_of(kOfTheWay.begin(), kOfTheWay.end(), [&](std::string_view name) { return begins_like(line, name); });
    out += (out.empty()  ? status_line(line)
            : of_the_way ? "X-Archive-Orig-" + std::string(line)
                         : std::string(line)) +
           "\r\n";
  });
  if (out.empty()) out = "HTTP/1.1 000 \r\n";
  return out + "Content-Length: " + std::to_string(body_bytes) + "\r\n\r\n";
}

std::string archived_request(std::string_view request) {
  std::string out;
  each_line(request, [&](std::string_view line) {
    std::string text(line);
    if (out.empty()) {
      if (const std::size_t version = text.rfind(" HTTP/"); version != std::string::npos)
        text = text.substr(0, version) + " HTTP/1.1";
    }
    out += text + "\r\n";
  });
  return out + "\r\n";
}

}  // namespace prongsai::collect
