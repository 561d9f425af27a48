// Whether a stream's bytes are those that were written: compressed data carry a checksum, pictures a grammar.
//
// Readers of PDF files are lenient: they take what decodes and go on, and neither Poppler nor qpdf looks at the
// checksum.
#pragma once

#include <cstddef>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace prongsai::source {

// What is wrong with a zlib stream (RFC 1950), in a few words; nothing when it is whole, or when more than `most` bytes
// come out of it, which are then taken off unchecked. Checksum bytes that were cut off do no harm and are not missed.
[[nodiscard]] std::optional<std::string> zlib_fault(std::string_view bytes, std::size_t most);

// As much of a zlib stream as comes out before it breaks off, `most` bytes at the most.
[[nodiscard]] std::string inflated_part(std::string_view bytes, std::size_t most);

// As zlib_fault, of a JPEG picture (libjpeg's own words): codes that stand for nothing, data that end too early.
[[nodiscard]] std::optional<std::string> jpeg_fault(std::string_view bytes);

// Likewise a stream of a file, by its first filter; other filters are not looked into. Throws what qpdf throws where
// its bytes cannot be found. `most`: of decoded bytes.
[[nodiscard]] std::optional<std::string> stream_fault(QPDFObjectHandle stream, std::size_t most);

}  // namespace prongsai::source
