// What the shipped layouts make of a document built by hand.
#pragma once

#include "document_builder.hpp"
#include "extractors/layouts/layout_engine.hpp"

namespace prongsai::layouts {

inline const LayoutEngine& engine() {
  static const LayoutEngine kEngine(test::kDataFolder);
  return kEngine;
}

inline Record extract(const test::DocumentBuilder& builder, const Submission& submission = {}) {
  return engine().extract(builder.build(), submission);
}

}  // namespace prongsai::layouts
