// A stream's bytes, decoded and bounded.
#pragma once

#include <cstddef>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace prongsai::source {

// Nothing when the stream is damaged, uses a filter that is no lossless one, or grows beyond `limit` bytes: a few
// kilobytes of Flate can stand for gigabytes.
[[nodiscard]] std::optional<std::string> decoded(QPDFObjectHandle stream, std::size_t limit);

// The page's content, all its streams joined.
[[nodiscard]] std::optional<std::string> page_content(QPDFObjectHandle page, std::size_t limit);

}  // namespace prongsai::source
