#include "pipeline/stages/path_text.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace prongsai::stages {
namespace {

namespace fs = std::filesystem;

// The length in bytes of the UTF-8 character at the beginning; 0 where there is none.
std::size_t character_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0 && tail(1)) return 2;
  if (lead >= 0xE0 && lead < 0xF0 && tail(1) && tail(2)) {
    if (lead == 0xE0 && at(1) < 0xA0) return 0;   // overlong
    if (lead == 0xED && at(1) >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (lead >= 0xF0 && lead < 0xF5 && tail(1) && tail(2) && tail(3)) {
    if (lead == 0xF0 && at(1) < 0x90) return 0;   // overlong
    if (lead == 0xF4 && at(1) >= 0x90) return 0;  // above U+10FFFF
    return 4;
  }
  return 0;
}

void append_utf8(std::string& text, unsigned code_point) {  // below U+10000
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0U | (code_point >> 6U));
    text += static_cast<char>(0x80U | (code_point & 0x3FU));
  } else {
    text += static_cast<char>(0xE0U | (code_point >> 12U));
    text += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (code_point & 0x3FU));
  }
}

// windows-874 below the Thai block: € … and typographic quotes, bullets and dashes.
unsigned windows_874(unsigned byte) {
  constexpr std::array<unsigned, 7> kQuotes = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
  if (byte == 0x80) return 0x20AC;
  if (byte == 0x85) return 0x2026;
  if (byte >= 0x91 && byte <= 0x97) return kQuotes.at(byte - 0x91);
  if (byte == 0xA0) return 0x00A0;
  return 0xFFFD;
}

unsigned thai_code_point(unsigned byte) {
  if (byte < 0x80) return byte;
  const bool thai = (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
  return thai ? 0x0E00 + (byte - 0xA0) : windows_874(byte);
}

std::string hex_escape(unsigned char byte) {
  std::array<char, 5> text{};
  std::snprintf(text.data(), text.size(), "\\x%02X", byte);
  return text.data();
}

std::optional<char> read_escape(std::string_view text) {
  if (text.size() < 4 || text[0] != '\\' || text[1] != 'x') return std::nullopt;
  const std::string digits(text.substr(2, 2));
  char* end = nullptr;
  const long value = std::strtol(digits.c_str(), &end, 16);
  if (end != digits.c_str() + 2) return std::nullopt;
  return static_cast<char>(value);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = character_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string decode_thai_bytes(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) append_utf8(text, thai_code_point(static_cast<unsigned char>(c)));
  return text;
}

std::string display_path(const fs::path& path) {
  const std::string& bytes = path.native();
  if (is_utf8(bytes)) return bytes;
  std::string text;
  std::string_view rest = bytes;
  while (!rest.empty()) {  // name by name: a folder's name may be in another encoding than the file's
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    text += is_utf8(name) ? std::string(name) : decode_thai_bytes(name);
    if (slash == std::string_view::npos) break;
    text += '/';
    rest.remove_prefix(slash + 1);
  }
  return text;
}

std::string escape_path(const fs::path& path) {
  std::string text;
  std::string_view rest = path.native();
  while (!rest.empty()) {
    const std::size_t length = character_length(rest);
    const bool looks_escaped = rest.size() > 1 && rest[0] == '\\' && rest[1] == 'x';
    if (length == 0 || looks_escaped) {
      text += hex_escape(static_cast<unsigned char>(rest[0]));
      rest.remove_prefix(1);
    } else {
      text += rest.substr(0, length);
      rest.remove_prefix(length);
    }
  }
  return text;
}

fs::path path_of(std::string_view escaped) {
  std::string bytes;
  while (!escaped.empty()) {
    const std::optional<char> byte = read_escape(escaped);
    bytes += byte.value_or(escaped[0]);
    escaped.remove_prefix(byte ? 4 : 1);
  }
  return bytes;
}

std::string canonical_text(const fs::path& path) {
  std::error_code error;
  fs::path canonical = fs::weakly_canonical(path, error);
  if (error) canonical = fs::absolute(path, error).lexically_normal();
  return escape_path(canonical);
}

}  // namespace prongsai::stages
