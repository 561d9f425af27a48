// Item codes of the ITA checklists: O1–O48 (OIT), E1–E15 (EIT), I1–I30 (IIT).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

struct ItemCode {
  std::string code;       // canonical: O34, E10, I5
  std::size_t begin = 0;  // byte offsets
  std::size_t end = 0;
};

// ๐๓๔, O๓๔, 034, o 34, OIT42, E๑๐, e10 → canonical. `bare` also takes digits without a letter (๐๓๔, 034, and after
// ข้อ a plain ๓๔), for places where only codes stand. Nothing for phone numbers, book and order numbers.
[[nodiscard]] std::optional<std::string> parse_item_code(std::string_view text, bool bare = true);

// Codes in running text, in order. Only forms that can be nothing else (O34, e10, OIT 42, ข้อ ๐๓๔, ข้อ O34,
// ตัวชี้วัดข้อ ๒๙); `code_list` also takes bare ๐๓๔ (a line that lists an issue's items).
[[nodiscard]] std::vector<ItemCode> find_item_codes(std::string_view text, bool code_list = false);

// Codes as a scan may spell them (Q19, O>21), as they are printed (O19, O21): no checklist has an item Q. For text that
// was read from pixels.
[[nodiscard]] std::string mend_scanned_codes(std::string_view text);

}  // namespace prongsai::text
