#include "pipeline/review/server/connection.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace prongsai::review {
namespace {

bool equal_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view head_of(std::string_view bytes) {
  return bytes.substr(0, bytes.find("\r\n\r\n"));
}

// The values of a header in a request's head.
std::vector<std::string_view> headers_in(std::string_view head, std::string_view name) {
  std::vector<std::string_view> values;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, std::min(head.find("\r\n"), head.size()));
    head.remove_prefix(std::min(line.size() + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !equal_but_case(line.substr(0, colon), name)) continue;
    std::string_view value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    values.push_back(value);
  }
  return values;
}

std::optional<std::string_view> header_in(std::string_view head, std::string_view name) {
  const std::vector<std::string_view> values = headers_in(head, name);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

// Whether every line ends as lines of a head do, and nowhere else.
bool has_plain_lines(std::string_view head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0' || (head[i] == '\n' && (i == 0 || head[i - 1] != '\r'))) return false;
    if (head[i] == '\r' && (i + 1 == head.size() || head[i + 1] != '\n')) return false;
  }
  return true;
}

}  // namespace

Arrived arrived(const std::string& bytes, std::size_t most_head, std::size_t most_body) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string::npos) return bytes.size() > most_head ? Arrived::too_much : Arrived::part;
  if (end > most_head) return Arrived::too_much;
  const std::string_view head = head_of(bytes);
  const std::size_t body = bytes.size() - end - 4;
  if (const auto coding = header_in(head, "Transfer-Encoding"); coding && !equal_but_case(*coding, "identity")) {
    if (bytes.ends_with("0\r\n\r\n")) return Arrived::whole;
    return body > most_body ? Arrived::whole : Arrived::part;
  }
  const auto length = header_in(head, "Content-Length");
  if (!length) return Arrived::whole;
  std::size_t wanted = 0;
  const auto [stop, error] = std::from_chars(length->data(), length->data() + length->size(), wanted);
  if (error != std::errc() || wanted > most_body) return Arrived::whole;  // refused in words
  return body >= wanted ? Arrived::whole : Arrived::part;
}

int refusal_unread(const std::string& bytes) {
  const std::string_view head = head_of(bytes);
  if (!has_plain_lines(head)) return 400;
  if (headers_in(head, "Content-Length").size() + headers_in(head, "Transfer-Encoding").size() > 1) return 400;
  return headers_in(head, "Content-Encoding").empty() ? 0 : 415;
}

}  // namespace prongsai::review
