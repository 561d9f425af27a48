#include <algorithm>
#include <cctype>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::collect {
namespace {

std::string small_letters(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return out;
}

// The word after "charset=".
std::string charset_in(std::string_view text) {
  const std::string low = small_letters(text);
  std::size_t at = low.find("charset");
  if (at == std::string::npos) return "";
  at = low.find_first_not_of(" =\"'", at + 7);
  if (at == std::string::npos) return "";
  return low.substr(at, low.find_first_of(" ;\"'/>\r\n", at) - at);
}

// In the first kilobytes, where browsers look as well.
std::string charset_of_meta(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  const std::string head = small_letters(bytes.substr(0, kLooked));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::string charset = charset_in(std::string_view(head).substr(at, head.find('>', at) - at));
    if (!charset.empty()) return charset;
  }
  return "";
}

bool is_thai_charset(const std::string& charset) {
  return charset.starts_with("tis") || charset == "windows-874" || charset == "iso-8859-11" || charset == "cp874" ||
         charset == "dos-874";
}

}  // namespace

std::string decode_page(std::string_view bytes, std::string_view content_type) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return text::cleaned(bytes.substr(3));
  std::string charset = charset_in(content_type);
  if (charset.empty()) charset = charset_of_meta(bytes);
  // What the server says is often its default and not the page's; bytes that are no UTF-8 are none whatever is said,
  // and Thai in UTF-8 cannot be TIS-620, whose marks would follow no letter.
  if (text::is_valid_utf8(bytes)) return text::cleaned(bytes);
  if (charset.starts_with("utf-8") || charset.empty() || is_thai_charset(charset) || charset == "iso-8859-1")
    return text::cleaned(stages::decode_thai_bytes(bytes));
  return text::cleaned(bytes);
}

}  // namespace prongsai::collect
