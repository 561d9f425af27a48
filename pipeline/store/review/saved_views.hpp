// Filters and orders of the review's lists that someone keeps under a name.
#pragma once

#include <string>

namespace prongsai::store {

class Store;

struct SavedView {
  std::string name;   // not ""
  std::string page;   // submissions or findings
  std::string query;  // as it stands in the address
  std::string owner;
  bool shared = false;  // everybody's
};

// In place of the owner's view of that name. Throws NoSuchTarget for a name or page that is none.
void save_view(Store& store, const SavedView& view);

// `whose`: the owner; "" for a shared one, whoever's. Throws NoSuchTarget when there is no such.
void remove_view(Store& store, const std::string& key, const std::string& whose);

}  // namespace prongsai::store
