// Layers (optional content, ISO 32000-1, 8.11) that a document shows switched off. For this library only.
#pragma once

#include <qpdf/QPDF.hh>

#include "extractors/source/content/content.hpp"

namespace prongsai::source {

[[nodiscard]] HiddenLayers find_hidden_layers(QPDF& document);

}  // namespace prongsai::source
