// Compares records field by field, by the one list of fields, and names the field that differs.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::store {

// Writes each field as a line "name=value".
class FieldLines {
 public:
  void field(const std::string& name, const std::string& value) { lines_.push_back(name + '=' + value); }
  void field(const std::string& name, const char* value) { lines_.push_back(name + '=' + value); }
  template <typename Number>
  requires std::is_arithmetic_v<Number>
  void field(const std::string& name, Number value) { field(name, std::to_string(value)); }
  template <typename Enumeration>
  requires std::is_enum_v<Enumeration>
  void field(const std::string& name, Enumeration value) { field(name, name_of(value)); }
  template <typename Value>
  void field(const std::string& name, const std::optional<Value>& value) {
    if (value) {
      field(name, *value);
    } else {
      field(name, "(none)");
    }
  }
  template <typename Value>
  void word(const std::string& name, const std::optional<Value>& value) {
    field(name, value);
  }
  template <typename Number>
  void known(const std::string& name, Number value) {
    field(name, value);
  }
  void codes(const std::string& name, const std::vector<std::string>& values) { list(name, values); }
  void list(const std::string& name, const std::vector<std::string>& values) {
    for (const std::string& value : values) field(name + "[]", value);
  }
  template <typename Model>
  void records(const std::string& name, const std::vector<Model>& models) {
    for (const Model& model : models) {
      FieldLines lines;
      describe(lines, model);
      for (const std::string& line : lines.lines()) field(name + "[]." + line, "");
    }
  }
  void derived(const std::string& name, bool value) { field(name, value); }
  void place(const std::string& prefix, const Evidence& at) {
    field(prefix + "page_no", at.page_no);
    box(prefix, at.box);
    field(prefix + "source", at.source);
    field(prefix + "confidence", at.confidence);
  }
  void place(const std::string& prefix, const std::optional<Evidence>& at) {
    if (at) {
      place(prefix, *at);
    } else {
      field(prefix + "place", "(none)");
    }
  }
  void box(const std::string& prefix, const Box& box) {
    for (const double edge : {box.x0, box.y0, box.x1, box.y1}) field(prefix + "edge", edge);
  }

  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

template <typename Model>
std::vector<std::string> lines_of(const Model& model) {
  FieldLines lines;
  describe(lines, model);
  return lines.lines();
}

template <typename Model>
void expect_same(const std::vector<Model>& got, const std::vector<Model>& want) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_EQ(lines_of(got[i]), lines_of(want[i])) << "at " << i;
}

inline void expect_same(const Record& got, const Record& want) {
  EXPECT_EQ(lines_of(got), lines_of(want));
  expect_same(got.pages, want.pages);
  expect_same(got.paragraphs, want.paragraphs);
  expect_same(got.issues, want.issues);
  expect_same(got.tables, want.tables);
  expect_same(got.cells, want.cells);
  expect_same(got.scores, want.scores);
  expect_same(got.score_readings, want.score_readings);
  expect_same(got.candidates, want.candidates);
  expect_same(got.links, want.links);
  expect_same(got.doubtful_words, want.doubtful_words);
  expect_same(got.asides, want.asides);
  expect_same(got.damages, want.damages);
  expect_same(got.attached, want.attached);
}

}  // namespace prongsai::store
