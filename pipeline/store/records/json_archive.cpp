#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::store {

nlohmann::json to_json(const Box& box) {
  return {box.x0, box.y0, box.x1, box.y1};
}

nlohmann::json to_json(const Evidence& at) {
  return {
      {"page_no", at.page_no}, {"box", to_json(at.box)}, {"source", name_of(at.source)}, {"confidence", at.confidence}};
}

void from_json(const nlohmann::json& json, Box& box) {
  json.at(0).get_to(box.x0);
  json.at(1).get_to(box.y0);
  json.at(2).get_to(box.x1);
  json.at(3).get_to(box.y1);
}

void from_json(const nlohmann::json& json, Evidence& at) {
  json.at("page_no").get_to(at.page_no);
  from_json(json.at("box"), at.box);
  parse_name(json.at("source").get_ref<const std::string&>(), at.source);
  json.at("confidence").get_to(at.confidence);
}

}  // namespace prongsai::store
