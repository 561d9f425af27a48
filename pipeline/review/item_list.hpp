// The items of an issue as a reviewer types them.
#pragma once

#include <string>

namespace prongsai::review {

// "ข้อ ๐๓๔, o35 มาตรการส่งเสริม" → "O34,O35": canonical codes, each once, in their order. Throws store::NoSuchTarget where
// there is none, or where figures stand that are no code: none is dropped unseen.
[[nodiscard]] std::string item_list(const std::string& typed);

// One code: "๐๓๔", "034", "o34" → "O34"; what is none stays as it was typed.
[[nodiscard]] std::string item_code(const std::string& typed);

}  // namespace prongsai::review
