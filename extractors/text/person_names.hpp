// Person names in Thai text, known by the title before them (นาย Mr, นาง Mrs, นางสาว Miss, ว่าที่ร้อยตรี acting
// sub-lieutenant, ดร. Dr …). For datasets that leave the house without them.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::text {

// Given name and surname after a title become [ชื่อบุคคล] ("name of a person"); the title stays. A title that begins
// an ordinary word (นายก chief, นายจ้าง employer, นายทะเบียน registrar, นางาน…) is not one.
[[nodiscard]] std::string mask_person_names(std::string_view text);

}  // namespace prongsai::text
