#include "pipeline/store/sqlite/sql_archive.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

#include "extractors/text/unicode/joined.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::store {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return parts;
}

// A list of records in one column; "" for none.
template <typename Model>
std::string json_text(const std::vector<Model>& models) {
  return models.empty() ? std::string{} : json_of(models).dump();
}

template <typename Model>
void read_json_text(const std::string& text, std::vector<Model>& models) {
  models.clear();
  if (text.empty()) return;
  for (const auto& given : nlohmann::json::parse(text)) {
    nlohmann::json model = json_of(Model{});  // what an older program did not write is as in a new one
    model.update(given);
    read_json(model, models.emplace_back());
  }
}

}  // namespace

void RowWriter::codes(const char* name, const std::vector<std::string>& values) {
  field(name, text::joined(values, ","));
}

void RowWriter::list(const char* name, const std::vector<std::string>& values) {
  field(name, values.empty() ? std::string{} : nlohmann::json(values).dump());
}

void RowWriter::records(const char* name, const std::vector<ColumnRecord>& columns) {
  field(name, json_text(columns));
}

void RowWriter::records(const char* name, const Doubts& doubts) {
  field(name, json_text(doubts));
}

void RowWriter::place(const char* prefix, const Evidence& at) {
  known(prefix, at.page_no);
  box(prefix, at.box);
  field(prefix, at.source);
  field(prefix, at.confidence);
}

void RowWriter::place(const char* prefix, const std::optional<Evidence>& at) {
  if (at) {
    place(prefix, *at);
  } else {
    for (int column = 0; column < 7; ++column) null();  // page, four edges, source, confidence
  }
}

void RowWriter::box(const char* prefix, const Box& box) {
  const bool given = box != Box{};
  for (const double edge : {box.x0, box.y0, box.x1, box.y1}) {
    if (given) {
      field(prefix, edge);
    } else {
      null();
    }
  }
}

void RowReader::codes(const char* name, std::vector<std::string>& values) {
  std::string joined_codes;
  field(name, joined_codes);
  values = split(joined_codes);
}

void RowReader::list(const char* name, std::vector<std::string>& values) {
  std::string text;
  field(name, text);
  values.clear();
  if (!text.empty()) nlohmann::json::parse(text).get_to(values);
}

void RowReader::records(const char* name, std::vector<ColumnRecord>& columns) {
  std::string text;
  field(name, text);
  read_json_text(text, columns);
}

void RowReader::records(const char* name, Doubts& doubts) {
  std::string text;
  field(name, text);
  read_json_text(text, doubts);
}

void RowReader::place(const char* prefix, Evidence& at) {
  known(prefix, at.page_no);
  box(prefix, at.box);
  field(prefix, at.source);
  field(prefix, at.confidence);
}

void RowReader::place(const char* prefix, std::optional<Evidence>& at) {
  const int source_column = next_ + 5;  // never NULL where there is a place
  at.reset();
  if (statement_.isColumnNull(source_column)) {
    next_ += 7;
  } else {
    place(prefix, at.emplace());
  }
}

void RowReader::box(const char* prefix, Box& box) {
  for (double* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) field(prefix, *edge);
}

std::string joined(const std::vector<std::string>& names) {
  return text::joined(names, ", ");
}

std::string parameters(std::size_t count) {
  return text::joined(std::vector<std::string>(count, "?"), ", ");
}

}  // namespace prongsai::store
