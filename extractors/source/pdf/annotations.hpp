// What hangs on a page and is drawn over it: stamps, signatures, fields, notes. For this library only.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

struct Annotation {
  int place = 0;  // in /Annots
  std::string subtype;
  std::string field_type;                      // of a widget: /Tx, /Btn, /Ch, /Sig; "" for others
  Box rectangle;                               // default user space
  std::optional<QPDFObjectHandle> appearance;  // a form
  QPDFObjectHandle object;

  // Put over a page that is finished.
  [[nodiscard]] bool is_stamp() const;
};

// Those that are shown; a damaged one is left out.
[[nodiscard]] std::vector<Annotation> shown_annotations(QPDFObjectHandle page);

// Where the appearance is painted (ISO 32000-1, 12.5.5).
[[nodiscard]] Matrix appearance_place(const Annotation& annotation);

// An entry of a field, from the fields above it where it has none itself.
[[nodiscard]] QPDFObjectHandle field_value(QPDFObjectHandle field, const char* key);

}  // namespace prongsai::source
