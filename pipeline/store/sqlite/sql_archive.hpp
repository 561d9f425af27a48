// Records to and from rows: the archives that describe() (fields.hpp) walks with. For this library only.
//
// Empty text, an unknown number (known(): 0) and an empty box are NULL in the database, and come back as they were.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::store {

// Gathers the names of a record's columns.
class ColumnNames {
 public:
  template <typename Value>
  void field(const std::string& name, const Value&) {
    names_.push_back(name);
  }
  template <typename Value>
  void known(const std::string& name, const Value&) {
    names_.push_back(name);
  }
  void codes(const std::string& name, const std::vector<std::string>&) { names_.push_back(name); }
  void list(const std::string& name, const std::vector<std::string>&) { names_.push_back(name); }
  template <typename Model>
  void records(const std::string& name, const std::vector<Model>&) {
    names_.push_back(name);
  }
  void derived(const std::string& name, bool) { names_.push_back(name); }
  template <typename Place>
  void place(const std::string& prefix, const Place&) {
    names_.push_back(prefix + "page_no");
    box(prefix, Box{});
    names_.push_back(prefix + "source");
    names_.push_back(prefix + "confidence");
  }
  void box(const std::string& prefix, const Box&) {
    for (const char* edge : {"x0", "y0", "x1", "y1"}) names_.push_back(prefix + edge);
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

// Binds a record's members to a statement's parameters, from the left.
class RowWriter {
 public:
  explicit RowWriter(SQLite::Statement& statement) : statement_(statement) {}

  void field(const char*, int value) { statement_.bind(next_++, value); }
  void field(const char*, long long value) { statement_.bind(next_++, static_cast<std::int64_t>(value)); }
  void field(const char*, bool value) { statement_.bind(next_++, value ? 1 : 0); }
  void field(const char*, double value) { statement_.bind(next_++, value); }
  void field(const char*, const std::string& value) {
    if (value.empty()) {
      null();
    } else {
      statement_.bind(next_++, value);
    }
  }
  template <typename Enumeration>
  requires std::is_enum_v<Enumeration>
  void field(const char*, Enumeration value) { statement_.bind(next_++, name_of(value)); }
  template <typename Value>
  void field(const char* name, const std::optional<Value>& value) {
    if (value) {
      field(name, *value);
    } else {
      null();
    }
  }
  template <typename Number>
  void known(const char* name, Number value) {
    if (value == Number{}) {
      null();
    } else {
      field(name, value);
    }
  }
  void codes(const char* name, const std::vector<std::string>& values);
  void list(const char* name, const std::vector<std::string>& values);
  void records(const char* name, const std::vector<ColumnRecord>& columns);
  void records(const char* name, const Doubts& doubts);
  void derived(const char* name, bool value) { field(name, value); }
  void place(const char* prefix, const Evidence& at);
  void place(const char* prefix, const std::optional<Evidence>& at);
  void box(const char* prefix, const Box& box);
  void null() { statement_.bind(next_++); }

 private:
  SQLite::Statement& statement_;
  int next_ = 1;
};

// Reads a row's columns into a record's members, from the left.
class RowReader {
 public:
  explicit RowReader(SQLite::Statement& statement, int first_column = 0) : statement_(statement), next_(first_column) {}

  void field(const char*, int& value) { value = next().getInt(); }
  void field(const char*, long long& value) { value = next().getInt64(); }
  void field(const char*, bool& value) { value = next().getInt() != 0; }
  void field(const char*, double& value) { value = next().getDouble(); }
  void field(const char*, std::string& value) { value = next().getString(); }
  template <typename Enumeration>
  requires std::is_enum_v<Enumeration>
  void field(const char*, Enumeration& value) { parse_name(next().getString(), value); }
  template <typename Value>
  void field(const char* name, std::optional<Value>& value) {
    value.reset();
    if (statement_.isColumnNull(next_)) {
      ++next_;
    } else {
      field(name, value.emplace());
    }
  }
  template <typename Number>
  void known(const char* name, Number& value) {
    field(name, value);  // NULL reads as 0
  }
  void codes(const char* name, std::vector<std::string>& values);
  void list(const char* name, std::vector<std::string>& values);
  void records(const char* name, std::vector<ColumnRecord>& columns);
  void records(const char* name, Doubts& doubts);
  void derived(const char*, bool) { ++next_; }
  void place(const char* prefix, Evidence& at);
  void place(const char* prefix, std::optional<Evidence>& at);
  void box(const char* prefix, Box& box);

 private:
  SQLite::Column next() { return statement_.getColumn(next_++); }

  SQLite::Statement& statement_;
  int next_;
};

template <typename Model>
[[nodiscard]] std::vector<std::string> columns_of() {
  ColumnNames names;
  Model blank{};
  describe(names, blank);
  return names.names();
}

// "a, b, c"
[[nodiscard]] std::string joined(const std::vector<std::string>& names);
// "?, ?, ?"
[[nodiscard]] std::string parameters(std::size_t count);

}  // namespace prongsai::store
