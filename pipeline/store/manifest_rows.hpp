// The manifest as last read: which rows found a file and which did not.
#pragma once

#include <string>
#include <vector>

#include "models/submission.hpp"

namespace prongsai::store {

class Store;

struct MatchedRow {
  ManifestRow row;
  std::string canonical_path;  // of the file it was found for; "" for none
};

// Replaces what was kept of that manifest.
void save_manifest(Store& store, const std::string& manifest, const std::vector<MatchedRow>& rows);

}  // namespace prongsai::store
