// A PDF file whose directory (cross-reference table or stream) is gone, with a new one made from its objects.
//
// Poppler and qpdf rebuild a lost table themselves, but only where a plain trailer is left and no object streams are
// used, as they are by most programs since PDF 1.5.
#pragma once

#include <optional>
#include <string>

namespace prongsai::source {

// The file's bytes and behind them: what its object streams hold as plain objects, a page tree and a catalog where they
// are lost, a table of all objects and a trailer. Of objects with one number the last in the file counts. Nothing for
// an encrypted file (what is lost with the trailer cannot be had back), and where no page is found.
[[nodiscard]] std::optional<std::string> rebuilt_file(const std::string& bytes);

}  // namespace prongsai::source
