// Filters and orders of lists that someone keeps under a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct KeptView {
  std::string key;
  std::string name;
  std::string page;
  std::string query;
  std::string owner;
  int shared = 0;  // 0 or 1, as is mine
  int mine = 0;
};

template <typename Archive, Like<KeptView> Record>
void describe(Archive& archive, Record& row) {
  archive.field("key", row.key);
  archive.field("name", row.name);
  archive.field("page", row.page);
  archive.field("query", row.query);
  archive.field("owner", row.owner);
  archive.field("shared", row.shared);
  archive.field("mine", row.mine);
}

// Somebody's own views, and those that all share.
[[nodiscard]] std::vector<KeptView> views_of(RelationReader& reader, const std::string& who);

[[nodiscard]] bool owns_view(RelationReader& reader, const std::string& key, const std::string& who);

}  // namespace prongsai::store
