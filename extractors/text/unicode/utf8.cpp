#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr char32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// How many bytes a lead byte asks for, its own bits, and the range of the second byte, which alone excludes
// overlong forms, surrogates and values above U+10FFFF (The Unicode Standard, table 3-7).
struct Lead {
  std::size_t size = 0;
  char32_t bits = 0;
  char32_t second_low = 0x80;
  char32_t second_high = 0xBF;
};

constexpr Lead lead_of(char32_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU};
  if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x0DU, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, byte & 0x0FU};
  if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, byte & 0x07U};
  if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const char32_t first = byte_at(text, at);
  if (first < 0x80) return {first, at, 1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 0) return {kReplacement, at, 1, false};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    const char32_t low = i == 1 ? lead.second_low : 0x80;
    const char32_t high = i == 1 ? lead.second_high : 0xBF;
    if (at + i >= text.size() || byte_at(text, at + i) < low || byte_at(text, at + i) > high) {
      return {kReplacement, at, i, false};
    }
    value = (value << 6U) | (byte_at(text, at + i) & 0x3FU);
  }
  return {value, at, lead.size, true};
}

std::vector<CodePoint> code_points(std::string_view text) {
  std::vector<CodePoint> points;
  points.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size(); at = points.back().end()) points.push_back(code_point_at(text, at));
  return points;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    out.push_back(point.value);
    at = point.end();
  }
  return out;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at = code_point_at(text, at).end();
  return count;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!point.valid) return false;
    at = point.end();
  }
  return true;
}

std::string_view cut(std::string_view text, std::size_t bytes) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = code_point_at(text, end).end();
    if (next > bytes) break;
    end = next;
  }
  return text.substr(0, end);
}

std::string cleaned(std::string_view text) {
  const auto is_fine = [](const CodePoint& point) {
    const char32_t c = point.value;
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return point.valid && (c < 0x7F || c > 0x9F) && (c & 0xFFFEU) != 0xFFFE;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, is_fine(point) ? point.value : kReplacement);
    at = point.end();
  }
  return out;
}

}  // namespace prongsai::text
