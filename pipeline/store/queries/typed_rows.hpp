// Rows of a SELECT as the structures that describe() knows. For this folder only.
//
// A column that can be NULL belongs into an optional member: NULL elsewhere throws, as a value of another type does.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"

namespace prongsai::store {

// Reads a row's values into a record's members, from the left.
class ValueReader {
 public:
  explicit ValueReader(const Row& row) : row_(row) {}

  template <typename Member>
  void field(const char*, Member& member) {
    take(row_.at(next_++), member);
  }
  template <typename Member>
  void field(const char*, std::optional<Member>& member) {
    const Value& value = row_.at(next_++);
    member.reset();
    if (!std::holds_alternative<std::nullptr_t>(value)) take(value, member.emplace());
  }

 private:
  template <typename Number>
  requires std::is_integral_v<Number>
  static void take(const Value& value, Number& number) { number = static_cast<Number>(std::get<std::int64_t>(value)); }
  static void take(const Value& value, double& number) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    number = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
  }
  static void take(const Value& value, std::string& text) { text = std::get<std::string>(value); }

  const Row& row_;
  std::size_t next_ = 0;
};

// Hands over each row; its columns are those of describe(), in that order.
template <typename Record, typename Visit>
void each_as(RelationReader& reader, const std::string& sql, const std::vector<Value>& parameters, Visit&& visit) {
  assert(reader.columns(sql) == columns_of<Record>());
  reader.each(sql, parameters, [&](const Row& row) {
    Record record;
    ValueReader values(row);
    describe(values, record);
    visit(std::move(record));
    return true;
  });
}

template <typename Record>
[[nodiscard]] std::vector<Record> rows_as(RelationReader& reader, const std::string& sql,
                                          const std::vector<Value>& parameters = {}) {
  std::vector<Record> records;
  each_as<Record>(reader, sql, parameters, [&](Record&& record) { records.push_back(std::move(record)); });
  return records;
}

// The first row.
template <typename Record>
[[nodiscard]] std::optional<Record> row_as(RelationReader& reader, const std::string& sql,
                                           const std::vector<Value>& parameters = {}) {
  std::vector<Record> records = rows_as<Record>(reader, sql, parameters);
  return records.empty() ? std::nullopt : std::optional(std::move(records.front()));
}

// The one column of a SELECT that gives no NULL.
template <typename Member>
[[nodiscard]] std::vector<Member> values_as(RelationReader& reader, const std::string& sql,
                                            const std::vector<Value>& parameters = {}) {
  std::vector<Member> members;
  reader.each(sql, parameters, [&](const Row& row) {
    members.push_back(std::get<Member>(row.front()));
    return true;
  });
  return members;
}

// The one number of a SELECT; 0 for none.
[[nodiscard]] std::int64_t number_of(RelationReader& reader, const std::string& sql,
                                     const std::vector<Value>& parameters = {});

}  // namespace prongsai::store
