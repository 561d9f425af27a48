#include "pipeline/review/server/digest.hpp"

#include <string_view>

#include "pipeline/review/server/sessions.hpp"

namespace prongsai::review {

std::string digest_of(const std::vector<std::int64_t>& ids) {
  return hash_of({reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(std::int64_t)});
}

}  // namespace prongsai::review
