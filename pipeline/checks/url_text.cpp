#include "pipeline/checks/url_text.hpp"

#include <algorithm>
#include <cctype>

namespace prongsai::checks {
namespace {

constexpr std::string_view kUpperHex = "0123456789ABCDEF";

// Browsers drop line breaks and tabs anywhere in an address, and blanks around it.
std::string without_breaks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\n' && c != '\r' && c != '\t' && c != '\0') out += c;
  }
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!out.empty() && blank(out.back())) out.pop_back();
  std::size_t begin = 0;
  while (begin < out.size() && blank(out[begin])) ++begin;
  return out.substr(begin);
}

// Letters that stand in an address as they are (RFC 3986), and the percent sign.
bool may_stand(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

// Path, query and fragment.
std::string encoded(std::string_view text) {
  std::string out;
  bool in_path = true;
  for (const char c : text) {
    if (c == '?' || c == '#') in_path = false;
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\' && in_path) {
      out += '/';
    } else if (may_stand(c)) {
      out += c;
    } else {
      out += '%';
      out += kUpperHex[byte >> 4U];
      out += kUpperHex[byte & 15U];
    }
  }
  return out;
}

// The length of "scheme:" at the beginning; 0 where there is none. "host:8080" is none.
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !std::isalpha(static_cast<unsigned char>(text.front()))) return 0;
  std::size_t i = 1;
  while (i < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[i])) || text[i] == '+' || text[i] == '-' || text[i] == '.'))
    ++i;
  if (i >= text.size() || text[i] != ':') return 0;
  const bool is_port = i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
  return is_port ? 0 : i + 1;
}

bool is_web_scheme(std::string_view scheme) {
  std::string low;
  for (const char c : scheme) low += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return low == "http:" || low == "https:";
}

Failure no_web_scheme() {
  return {"malformed_address", "its scheme is neither http nor https"};
}

// `text` begins with //.
std::string with_authority(std::string_view text) {
  std::string out = "//";
  const std::size_t end = std::min(text.find_first_of("/\\?#", 2), text.size());
  out += text.substr(2, end - 2);
  return out + encoded(text.substr(end));
}

bool begins_with_slashes(std::string_view text) {
  const auto slash = [](char c) { return c == '/' || c == '\\'; };
  return text.size() > 2 && slash(text[0]) && slash(text[1]);
}

}  // namespace

Result<AddressText> absolute_text(std::string_view text) {
  const std::string clean = without_breaks(text);
  const std::size_t scheme = scheme_length(clean);
  const std::string_view rest = std::string_view(clean).substr(scheme);
  if (scheme == 0) {
    return AddressText{"https:" + with_authority(begins_with_slashes(clean) ? clean : "//" + clean), false};
  }
  if (!is_web_scheme(std::string_view(clean).substr(0, scheme))) return no_web_scheme();
  if (!begins_with_slashes(rest)) return Failure{"malformed_address", "it names no host"};
  return AddressText{clean.substr(0, scheme) + with_authority(rest), true};
}

Result<std::string> link_text(std::string_view text) {
  const std::string clean = without_breaks(text);
  if (clean.size() > kLongestAddress) return Failure{"malformed_address", "it is too long"};
  if (clean.empty() || clean.front() == '#') return std::string();
  const std::size_t scheme = scheme_length(clean);
  const std::string_view rest = std::string_view(clean).substr(scheme);
  if (scheme > 0 && !is_web_scheme(std::string_view(clean).substr(0, scheme))) return no_web_scheme();
  if (begins_with_slashes(rest)) return clean.substr(0, scheme) + with_authority(rest);
  return encoded(scheme > 0 ? rest : std::string_view(clean));  // http:page is a relative link to browsers
}

std::string percent_bytes(std::string_view text) {
  const auto digit = [](char c) {
    const auto at = kUpperHex.find(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

}  // namespace prongsai::checks
