#include <algorithm>
#include <cctype>

#include "extractors/text/thai/mojibake.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/url_judge.hpp"
#include "pipeline/checks/url_text.hpp"

namespace prongsai::checks {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The Thai single-byte encoding that older sites put into URLs.
std::string from_tis620(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) text::append_utf8(out, text::tis620_letter(static_cast<unsigned char>(c)));
  return out;
}

std::string decoded(std::string_view part) {
  std::string once = percent_bytes(part);
  if (once.find('%') != std::string::npos) once = percent_bytes(once);  // encoded twice by some site builders
  return text::is_valid_utf8(once) ? once : from_tis620(once);
}

std::vector<std::string> split_decoded(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.push_back(decoded(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// "o34.pdf" is a file's name, though it has the look of a host.
bool is_file_name(std::string_view host) {
  for (const std::string_view ending : {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".jpg", ".png"}) {
    if (host.ends_with(ending)) return true;
  }
  return false;
}

// Letters of any script, digits, hyphens and dots, with a dot inside: no host of a public site goes without one.
bool is_host(std::string_view host) {
  if (host.size() < 4 || host.front() == '.' || host.front() == '-' || host.find("..") != std::string_view::npos) {
    return false;
  }
  const std::size_t dot = host.find('.');
  if (dot == std::string_view::npos || dot + 2 >= host.size()) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || c == '-' || c == '.' || c == '_';
  });
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::optional<Url> parse_url(std::string_view text) {
  const auto written = absolute_text(text);  // another scheme (ftp://, file:, C:\) or a misspelt one (http:/) is none
  if (!written) return std::nullopt;
  std::string_view rest = written.value().text;
  rest.remove_prefix(rest.find("//") + 2);
  const std::size_t host_end = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view authority = rest.substr(0, host_end);
  if (const std::size_t user = authority.rfind('@'); user != std::string_view::npos) authority.remove_prefix(user + 1);
  authority = authority.substr(0, authority.find(':'));
  Url url;
  url.host = lower_ascii(decoded(authority));
  if (!url.host.empty() && url.host.back() == '.') url.host.pop_back();
  if (!is_host(url.host) || is_file_name(url.host)) return std::nullopt;

  std::string_view tail = rest.substr(host_end);
  const std::size_t fragment = std::min(tail.find('#'), tail.size());
  const std::size_t query = std::min(tail.find('?'), fragment);
  url.segments = split_decoded(tail.substr(0, query), "/");
  if (query < fragment) url.query = split_decoded(tail.substr(query + 1, fragment - query - 1), "&=;");
  return url;
}

std::vector<std::string> find_urls(std::string_view text) {
  std::vector<std::string> urls;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t begin = std::string_view::npos;
    for (const std::string_view start : {"http://", "https://", "www."}) begin = std::min(begin, text.find(start, at));
    if (begin == std::string_view::npos) break;
    std::size_t end = begin;
    while (end < text.size() && !is_space(text[end]) &&
           std::string_view("<>\"").find(text[end]) == std::string_view::npos)
      ++end;
    std::string_view found = text.substr(begin, end - begin);
    while (!found.empty() && std::string_view(".,;:)]'").find(found.back()) != std::string_view::npos)
      found.remove_suffix(1);
    urls.emplace_back(found);
    at = end;
  }
  return urls;
}

}  // namespace prongsai::checks
