// What Store::save() throws where the record itself is at fault.
#pragma once

#include <stdexcept>

namespace prongsai::store {

// The database is sound, but its rules refuse what was to be written: the fault of what was read, not of the disk.
class RefusedRecord : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace prongsai::store
