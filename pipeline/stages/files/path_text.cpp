#include "pipeline/stages/files/path_text.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "extractors/text/thai/mojibake.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::stages {
namespace {

namespace fs = std::filesystem;

// windows-874 below the Thai block: € … and typographic quotes, bullets and dashes.
char32_t windows_874(unsigned char byte) {
  constexpr std::array<char32_t, 7> kQuotes = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
  if (byte == 0x80) return 0x20AC;
  if (byte == 0x85) return 0x2026;
  if (byte >= 0x91 && byte <= 0x97) return kQuotes.at(byte - 0x91);
  if (byte == 0xA0) return 0x00A0;
  return 0xFFFD;
}

char32_t thai_code_point(unsigned char byte) {
  if (byte < 0x80) return byte;
  const char32_t letter = text::tis620_letter(byte);
  return letter == byte ? windows_874(byte) : letter;
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

std::string decode_thai_bytes(std::string_view bytes) {
  std::string decoded;
  for (const char c : bytes) text::append_utf8(decoded, thai_code_point(static_cast<unsigned char>(c)));
  return decoded;
}

std::string display_path(const fs::path& path) {
  const std::string& bytes = path.native();
  if (text::is_valid_utf8(bytes)) return bytes;
  std::string shown;
  std::string_view rest = bytes;
  while (!rest.empty()) {  // name by name: a folder's name may be in another encoding than the file's
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    shown += text::is_valid_utf8(name) ? std::string(name) : decode_thai_bytes(name);
    if (slash == std::string_view::npos) break;
    shown += '/';
    rest.remove_prefix(slash + 1);
  }
  return shown;
}

std::string escape_path(const fs::path& path) {
  std::string escaped;
  const std::string& bytes = path.native();
  for (const text::CodePoint& point : text::code_points(bytes)) {
    const bool looks_escaped = point.value == U'\\' && point.end() < bytes.size() && bytes[point.end()] == 'x';
    if (point.valid && !looks_escaped) {
      escaped.append(bytes, point.begin, point.size);
      continue;
    }
    for (std::size_t i = point.begin; i < point.end(); ++i) escaped += hex_escape(static_cast<unsigned char>(bytes[i]));
  }
  return escaped;
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
  const fs::path absolute = fs::absolute(path, error);
  fs::path canonical = fs::weakly_canonical(absolute, error);
  if (error) canonical = absolute.lexically_normal();
  return escape_path(canonical);
}

}  // namespace prongsai::stages
