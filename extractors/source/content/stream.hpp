// A stream's bytes, decoded and bounded.
#pragma once

#include <cstddef>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace prongsai::source {

inline constexpr std::size_t kMostContent = 48'000'000;  // decoded bytes of one page, its forms counted each time
inline constexpr int kDeepestForm = 12;                  // forms within forms; real ones nest two or three deep

// Nothing when the stream is damaged, uses a filter that is no lossless one, or grows beyond `limit` bytes: a few
// kilobytes of Flate can stand for gigabytes.
[[nodiscard]] std::optional<std::string> decoded(QPDFObjectHandle stream, std::size_t limit);

// The page's content, all its streams joined.
[[nodiscard]] std::optional<std::string> page_content(QPDFObjectHandle page, std::size_t limit);

}  // namespace prongsai::source
