// A page without its text. For this library only.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace prongsai::source {

// The content stream without its text operators.
[[nodiscard]] std::string without_text(std::string_view content);

// The bytes of a PDF with this one page, fonts and text left out, also of the forms that it paints. Nothing when qpdf
// cannot follow the page.
[[nodiscard]] std::optional<std::string> unlettered_page(QPDFObjectHandle page);

}  // namespace prongsai::source
