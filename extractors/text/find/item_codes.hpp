// Item codes of the ITA checklists: O34 (OIT), E10 (EIT), I5 (IIT).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// The highest number of each letter's items; data/assessment says it by year.
struct ItemRanges {
  int o = 0;
  int e = 0;
  int i = 0;

  [[nodiscard]] bool hold(char letter, int number) const {
    return number >= 1 && number <= (letter == 'O' ? o : letter == 'E' ? e : letter == 'I' ? i : 0);
  }
};

// Codes of any year: where a field holds a code and nothing else.
inline constexpr ItemRanges kAnyItem{99, 99, 99};

struct ItemCode {
  std::string code;       // canonical: O34, E10, I5
  std::size_t begin = 0;  // byte offsets
  std::size_t end = 0;
};

// ๐๓๔, O๓๔, 034, o 34, OIT42, E๑๐, e10 → canonical. `bare` also takes digits without a letter (๐๓๔, 034, and after
// ข้อ a plain ๓๔), for places where only codes stand. Nothing for phone numbers, book and order numbers.
[[nodiscard]] std::optional<std::string> parse_item_code(std::string_view text, const ItemRanges& ranges,
                                                         bool bare = true);

// Codes in running text, in order. Only forms that can be nothing else (O34, e10, OIT 42, ข้อ ๐๓๔, ข้อ O34,
// ตัวชี้วัดข้อ ๒๙); `code_list` also takes bare ๐๓๔ (a line that lists an issue's items).
[[nodiscard]] std::vector<ItemCode> find_item_codes(std::string_view text, const ItemRanges& ranges,
                                                    bool code_list = false);

// Codes as a scan may spell them (Q19, O>21), as they are printed (O19, O21): no checklist has an item Q. For text that
// was read from pixels.
[[nodiscard]] std::string mend_scanned_codes(std::string_view text);

}  // namespace prongsai::text
