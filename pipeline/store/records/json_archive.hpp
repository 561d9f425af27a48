// Records as JSON: the archives that describe() walks with when a record goes to another process, is dumped, or stands
// in a column of another one.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/records/names.hpp"

namespace prongsai::store {

[[nodiscard]] nlohmann::json to_json(const Box& box);      // [x0, y0, x1, y1]
[[nodiscard]] nlohmann::json to_json(const Evidence& at);  // {page_no, box, source, confidence}
void from_json(const nlohmann::json& json, Box& box);
void from_json(const nlohmann::json& json, Evidence& at);

// Every field is written, null for an absent value.
class JsonWriter {
 public:
  template <typename Value>
  void field(const char* name, const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      object_[name] = name_of(value);
    } else {
      object_[name] = value;
    }
  }
  template <typename Value>
  void field(const char* name, const std::optional<Value>& value) {
    if (value) {
      field(name, *value);
    } else {
      object_[name] = nullptr;
    }
  }
  // "" for none.
  template <HasWords Value>
  void word(const char* name, const std::optional<Value>& value) {
    object_[name] = std::string(word_of(value));
  }
  template <typename Number>
  void known(const char* name, const Number& value) {
    field(name, value);
  }
  void codes(const char* name, const std::vector<std::string>& values) { object_[name] = values; }
  void list(const char* name, const std::vector<std::string>& values) { object_[name] = values; }
  template <typename Model>
  void records(const char* name, const std::vector<Model>& models);
  void derived(const char*, bool) {}
  void place(const std::string& prefix, const Evidence& at) { object_[prefix + "at"] = to_json(at); }
  void place(const std::string& prefix, const std::optional<Evidence>& at) {
    object_[prefix + "at"] = at ? to_json(*at) : nlohmann::json();
  }
  void box(const std::string& prefix, const Box& box) { object_[prefix + "box"] = to_json(box); }

  [[nodiscard]] nlohmann::json take() { return std::move(object_); }

 private:
  nlohmann::json object_ = nlohmann::json::object();
};

// Throws nlohmann::json::exception or std::runtime_error where a field is missing or of another kind.
class JsonReader {
 public:
  explicit JsonReader(const nlohmann::json& object) : object_(object) {}

  template <typename Value>
  void field(const char* name, Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      parse_name(object_.at(name).get_ref<const std::string&>(), value);
    } else {
      object_.at(name).get_to(value);
    }
  }
  template <typename Value>
  void field(const char* name, std::optional<Value>& value) {
    value.reset();
    if (!object_.at(name).is_null()) field(name, value.emplace());
  }
  template <HasWords Value>
  void word(const char* name, std::optional<Value>& value) {
    value.reset();
    if (const auto& word = object_.at(name).get_ref<const std::string&>(); !word.empty())
      parse_name(word, value.emplace());
  }
  template <typename Number>
  void known(const char* name, Number& value) {
    field(name, value);
  }
  void codes(const char* name, std::vector<std::string>& values) { object_.at(name).get_to(values); }
  void list(const char* name, std::vector<std::string>& values) { object_.at(name).get_to(values); }
  template <typename Model>
  void records(const char* name, std::vector<Model>& models);
  void derived(const char*, bool) {}
  void place(const std::string& prefix, Evidence& at) { from_json(object_.at(prefix + "at"), at); }
  void place(const std::string& prefix, std::optional<Evidence>& at) {
    at.reset();
    if (const auto& value = object_.at(prefix + "at"); !value.is_null()) from_json(value, at.emplace());
  }
  void box(const std::string& prefix, Box& box) { from_json(object_.at(prefix + "box"), box); }

 private:
  const nlohmann::json& object_;
};

template <typename Model>
[[nodiscard]] nlohmann::json json_of(const Model& model) {
  JsonWriter writer;
  describe(writer, model);
  return writer.take();
}

template <typename Model>
[[nodiscard]] nlohmann::json json_of(const std::vector<Model>& models) {
  nlohmann::json array = nlohmann::json::array();
  for (const Model& model : models) array.push_back(json_of(model));
  return array;
}

template <typename Model>
void read_json(const nlohmann::json& json, Model& model) {
  JsonReader reader(json);
  describe(reader, model);
}

template <typename Model>
void read_json(const nlohmann::json& json, std::vector<Model>& models) {
  models.clear();
  models.reserve(json.size());
  for (const nlohmann::json& element : json) read_json(element, models.emplace_back());
}

template <typename Model>
void JsonWriter::records(const char* name, const std::vector<Model>& models) {
  object_[name] = json_of(models);
}

template <typename Model>
void JsonReader::records(const char* name, std::vector<Model>& models) {
  read_json(object_.at(name), models);
}

}  // namespace prongsai::store
