// The manifest as last read: which rows found a file and which did not.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "models/submission.hpp"

namespace prongsai::store {

class Store;

struct MatchedRow {
  ManifestRow row;
  std::string canonical_path;  // of the file it was found for; "" for none
};

// Replaces what was kept of that manifest. `row` gives each of the `count` rows, by index.
void save_manifest(Store& store, const std::string& manifest, std::size_t count,
                   const std::function<MatchedRow(std::size_t index)>& row);

}  // namespace prongsai::store
