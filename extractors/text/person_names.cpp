#include "extractors/text/person_names.hpp"

#include <re2/re2.h>

#include <array>

namespace prongsai::text {
namespace {

// Longest first: นางสาว before นาง. Between given name and surname stands at least one blank; Thai names are written
// in Thai letters without blanks inside.
const RE2& title_and_name() {
  static const RE2 pattern(
      R"((ว่าที่ร้อย(?:ตรี|โท|เอก)(?:หญิง)?|ว่าที่\s?ร\.ต\.(?:หญิง)?|นางสาว|น\.ส\.|นาง|นาย|ดร\.|ผศ\.|รศ\.|ศ\.)(\s?)(\p{Thai}{2,30})(?:([ \t]+)(\p{Thai}{2,30}))?)");
  return pattern;
}

// Words that begin like a title: their rest is no name.
bool is_ordinary_word(std::string_view title, std::string_view rest) {
  static constexpr std::array<std::string_view, 13> kAfterNai = {
      "ก", "จ้าง", "ทะเบียน", "อำเภอ", "แพทย์", "ช่าง", "ทหาร", "ตำรวจ", "หน้า", "ประกัน", "สถานี", "ท่า", "พราน"};
  static constexpr std::array<std::string_view, 6> kAfterNang = {"แบบ", "พญา", "ฟ้า", "งาม", "นวล", "รำ"};
  const auto begins = [&](const auto& words) {
    for (const std::string_view word : words) {
      if (rest.starts_with(word)) return true;
    }
    return false;
  };
  if (title == "นาย") return begins(kAfterNai);
  if (title == "นาง") return begins(kAfterNang);
  return false;
}

}  // namespace

std::string mask_person_names(std::string_view text) {
  std::string out;
  re2::StringPiece rest(text.data(), text.size());
  std::array<re2::StringPiece, 6> groups;
  while (
      title_and_name().Match(rest, 0, rest.size(), RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size()))) {
    const auto view = [](const re2::StringPiece& piece) { return std::string_view(piece.data(), piece.size()); };
    const std::string_view before(rest.data(), static_cast<std::size_t>(groups[0].data() - rest.data()));
    out += before;
    const bool spaced_title = view(groups[1]).ends_with('.') || view(groups[1]).starts_with("ว่าที่");
    // A title without a surname after the name is a name only where the title stands apart or is an abbreviation.
    const bool named = !groups[5].empty() || spaced_title;
    out += view(groups[1]);
    if (named && !is_ordinary_word(view(groups[1]), view(groups[3]))) {
      out += view(groups[2]);
      out += "[ชื่อบุคคล]";
      rest.remove_prefix(static_cast<std::size_t>(groups[0].data() + groups[0].size() - rest.data()));
    } else {
      rest.remove_prefix(static_cast<std::size_t>(groups[1].data() + groups[1].size() - rest.data()));
    }
  }
  return out.append(rest.data(), rest.size());
}

}  // namespace prongsai::text
