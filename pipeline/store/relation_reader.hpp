// Reads any relation of the database row by row, as plain values. For exports and pages, which want columns, not
// models. Opens the file read-only and holds one read transaction, so that all relations are of one moment.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/selection.hpp"
#include "pipeline/store/value.hpp"

namespace prongsai::store {

class RelationReader {
 public:
  // Throws std::runtime_error naming the file when it is no prongsai database or of a newer version.
  explicit RelationReader(const std::filesystem::path& db);
  ~RelationReader();
  RelationReader(const RelationReader&) = delete;
  RelationReader& operator=(const RelationReader&) = delete;

  // Runs a SELECT with positional parameters (?1, ?2, …) and hands over each row; returning false stops.
  void each(std::string_view sql, const std::vector<Value>& parameters, const std::function<bool(const Row&)>& row);

  // All rows at once, for small answers.
  [[nodiscard]] std::vector<Row> all(std::string_view sql, const std::vector<Value>& parameters = {});

  // What office_kind(name) gives in SQL from now on, "" as NULL; before, it gives NULL.
  void tell_kinds(std::function<std::string(const std::string&)> kind_of);

  // The column names that a SELECT gives.
  [[nodiscard]] std::vector<std::string> columns(std::string_view sql);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What a copy of the database holds.
struct CopyPlan {
  Selection selection;
  // Table → SELECT of `id` and `key`: its rows' keys, which the copy's table gets as its column key.
  std::map<std::string, std::string> keys;
  std::function<std::string(const std::string&)> kind_of;  // fills its table office_kind by each office's name
};

// Writes a compact copy of the database, its owner's alone. The original is not touched. Throws std::runtime_error when
// OUT exists or cannot be written.
void copy_database(const std::filesystem::path& db, const std::filesystem::path& out, const CopyPlan& plan);

}  // namespace prongsai::store
