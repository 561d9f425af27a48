#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

std::int64_t number_of(RelationReader& reader, const std::string& sql, const std::vector<Value>& parameters) {
  std::optional<std::int64_t> number;
  reader.each(sql, parameters, [&](const Row& row) {
    if (const auto* given = std::get_if<std::int64_t>(&row.front())) number = *given;
    return false;
  });
  return number.value_or(0);
}

}  // namespace prongsai::store
