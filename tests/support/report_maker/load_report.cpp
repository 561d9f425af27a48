#include <yaml-cpp/yaml.h>

#include <stdexcept>

#include "tests/support/report_maker/report.hpp"

namespace prongsai::report_maker {
namespace {

TextBlock text_block(const YAML::Node& node, TextBlock block) {
  if (node.IsScalar()) {
    block.text = node.as<std::string>();
    return block;
  }
  block.text = node["text"].as<std::string>();
  block.bold = node["bold"].as<bool>(block.bold);
  block.centred = node["centred"].as<bool>(block.centred);
  block.indent = node["indent"].as<double>(block.indent);
  block.left = node["left"].as<double>(block.left);
  block.size_factor = node["size"].as<double>(block.size_factor);
  return block;
}

TableBlock::Rules rules(const std::string& name) {
  if (name == "full") return TableBlock::Rules::full;
  if (name == "grey") return TableBlock::Rules::grey;
  if (name == "vertical") return TableBlock::Rules::vertical;
  if (name == "none") return TableBlock::Rules::none;
  throw std::runtime_error("rules: full, grey, vertical or none, not '" + name + "'");
}

TableBlock table_block(const YAML::Node& node) {
  TableBlock table;
  table.header = node["header"].as<std::vector<std::string>>();
  table.widths = node["widths"].as<std::vector<double>>(std::vector<double>(table.header.size(), 1.0));
  for (const auto& row : node["rows"]) {
    table.rows.push_back(row.IsScalar() ? std::vector<std::string>{row.as<std::string>()}
                                        : row.as<std::vector<std::string>>());
  }
  table.repeat_header = node["repeat_header"].as<bool>(true);
  table.rules = rules(node["rules"].as<std::string>("full"));
  return table;
}

Block block(const YAML::Node& node) {
  if (node["title"]) return text_block(node["title"], {.bold = true, .centred = true});
  if (node["heading"]) return text_block(node["heading"], {.bold = true});
  if (node["p"]) return text_block(node["p"], {.indent = 36});
  if (node["item"]) return text_block(node["item"], {.left = 36});
  if (node["line"]) return text_block(node["line"], {});
  if (node["table"]) return table_block(node["table"]);
  if (node["page_break"]) return PageBreak{};
  throw std::runtime_error("a block is one of title, heading, p, item, line, table, page_break");
}

Wear wear(const YAML::Node& node) {
  Wear w;
  if (!node) return w;
  w.scanned = true;
  w.dpi = node["dpi"].as<double>(w.dpi);
  w.skew = node["skew"].as<double>(w.skew);
  w.noise = node["noise"].as<double>(w.noise);
  w.blur = node["blur"].as<double>(w.blur);
  w.background = node["background"].as<int>(w.background);
  w.jpeg_quality = node["jpeg_quality"].as<int>(w.jpeg_quality);
  w.one_bit = node["one_bit"].as<bool>(w.one_bit);
  w.seed = node["seed"].as<unsigned>(w.seed);
  return w;
}

}  // namespace

Report load_report(const std::filesystem::path& yaml_file) {
  try {
    const YAML::Node root = YAML::LoadFile(yaml_file.string());
    Report report;
    report.font = root["font"].as<std::string>(report.font);
    report.font_size = root["font_size"].as<double>(report.font_size);
    report.margin = root["margin"].as<double>(report.margin);
    if (root["landscape"].as<bool>(false)) std::swap(report.page_width, report.page_height);
    report.wear = wear(root["scan"]);
    for (const auto& node : root["blocks"]) report.blocks.push_back(block(node));
    return report;
  } catch (const std::exception& e) {
    throw std::runtime_error(yaml_file.string() + ": " + e.what());
  }
}

}  // namespace prongsai::report_maker
