// A manifest's rows as items to be collected. For this library only.
#pragma once

#include <string>

#include "pipeline/store/collected/collected.hpp"

namespace prongsai::collect {

[[nodiscard]] store::CollectItem item_of(const ManifestRow& row);

// Whether an office is of this share.
[[nodiscard]] bool in_shard(const std::string& office_key, int shard, int shards);

}  // namespace prongsai::collect
