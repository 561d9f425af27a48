// A document of qpdf's as a file. For this library only.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace prongsai::source {

// The file's bytes: streams as they are, nothing encrypted. Throws what qpdf throws of damaged objects.
[[nodiscard]] std::string written(QPDF& document);

}  // namespace prongsai::source
