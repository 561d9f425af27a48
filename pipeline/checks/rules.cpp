#include "pipeline/checks/rules.hpp"

#include <algorithm>
#include <stdexcept>

#include "extractors/text/data/data_file.hpp"
#include "pipeline/checks/gate.hpp"
#include "pipeline/checks/rule_keys.hpp"

namespace prongsai::checks {
namespace {

// Files of data/checks that describe no code.
const std::vector<std::string> kOtherFiles = {"urls"};

bool is_gate_reason(const std::string& name) {
  return std::any_of(gate_reasons().begin(), gate_reasons().end(),
                     [&](const GateReason& reason) { return reason.name == name; });
}

std::vector<std::string> reasons_in(const text::DataNode& root) {
  const auto needs = root.find("needs");
  if (!needs) return {};
  for (const text::DataNode& need : needs->items()) {
    if (!is_gate_reason(need.text())) need.fail("`" + need.text() + "` is no reason that the gate knows");
  }
  return needs->texts();
}

// A section must hold these keys and no others; it may be left out where it would hold none.
void require_section(const text::DataNode& root, std::string_view name, const std::vector<std::string_view>& keys) {
  if (!keys.empty()) return root.at(name).require_keys(keys);
  if (const auto section = root.find(name)) section->fail("the check of this code has no " + std::string(name));
}

template <typename Value>
std::map<std::string, Value, std::less<>> values_in(const text::DataNode& root, std::string_view section,
                                                    const std::vector<std::string_view>& keys,
                                                    Value (text::DataNode::*read)() const) {
  std::map<std::string, Value, std::less<>> out;
  for (const std::string_view key : keys) out.emplace(key, (root.at(section).at(key).*read)());
  return out;
}

void read_sections(const text::DataNode& root, CodeRule& rule) {
  const RuleKeys& keys = rule_keys_of(rule.code);
  std::vector<std::string_view> words = keys.words;
  words.insert(words.end(), keys.columns.begin(), keys.columns.end());
  require_section(root, "variants", keys.variants);
  require_section(root, "thresholds", keys.thresholds);
  require_section(root, "words", words);
  rule.variants = values_in(root, "variants", keys.variants, &text::DataNode::value<Severity>);
  rule.thresholds = values_in(root, "thresholds", keys.thresholds, &text::DataNode::number);
  rule.words = values_in(root, "words", keys.words, &text::DataNode::texts);
  rule.columns = values_in(root, "words", keys.columns, &text::DataNode::values<ColumnKey>);
}

CodeRule read_code(const std::filesystem::path& path) {
  const text::DataNode root = text::read_data_file(path);
  root.allow_keys({"code", "enabled", "severity", "variants", "needs", "gaps", "meaning", "thresholds", "words"});
  CodeRule rule;
  rule.file = path.string();
  rule.code = root.at("code").text();
  if (rule.code != path.stem().string()) root.at("code").fail("the file is named after its code");
  if (const auto enabled = root.find("enabled")) rule.enabled = enabled->boolean();
  rule.severity = root.at("severity").value<Severity>();
  rule.needs = reasons_in(root);
  rule.gaps = root.values_or_none<Gap>("gaps");
  const text::DataNode meaning = root.at("meaning");
  meaning.allow_keys({"th", "en"});
  rule.meaning_th = meaning.at("th").text();
  rule.meaning_en = meaning.at("en").text();
  read_sections(root, rule);
  return rule;
}

std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) throw std::runtime_error(folder.string() + ": no such data folder");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

CodeRules read_codes(const std::filesystem::path& folder) {
  CodeRules codes;
  for (const auto& path : yaml_files(folder)) {
    if (std::find(kOtherFiles.begin(), kOtherFiles.end(), path.stem().string()) != kOtherFiles.end()) continue;
    CodeRule rule = read_code(path);
    const std::string code = rule.code;
    codes.emplace(code, std::move(rule));
  }
  return codes;
}

// A gap that takes points away and that no finding tells would be held against an office in silence.
std::map<Gap, std::vector<std::string>> codes_by_gap(const CodeRules& codes, const std::filesystem::path& folder) {
  std::map<Gap, std::vector<std::string>> by_gap;
  for (const auto& known : kWordsOf<Gap>) {
    std::vector<std::string>& telling = by_gap[known.value];
    for (const auto& [code, rule] : codes) {
      if (std::ranges::find(rule.gaps, known.value) != rule.gaps.end()) telling.push_back(code);
    }
    if (telling.empty() != (known.value == Gap::row))
      throw std::runtime_error(folder.string() +
                               ": `gaps`: " + (telling.empty() ? "no code tells `" : "no code may tell `") +
                               std::string(known.word) + "`");
  }
  return by_gap;
}

// Every code and every variant has a wording.
std::vector<std::string> message_keys(const CodeRules& codes) {
  std::vector<std::string> keys;
  for (const auto& [code, rule] : codes) {
    keys.push_back(code);
    for (const auto& [variant, severity] : rule.variants) keys.push_back(code + "." + variant);
  }
  return keys;
}

std::vector<Rubric> read_rubrics(const std::filesystem::path& folder, const layouts::Assessments& assessments) {
  std::vector<Rubric> rubrics;
  const auto item_points = [&](int year) { return assessments.of(year).points.items; };
  for (const auto& file : yaml_files(folder)) rubrics.push_back(read_rubric(file, item_points));
  return rubrics;
}

}  // namespace

namespace {

template <typename Value>
const Value& asked_for(const std::map<std::string, Value, std::less<>>& values, std::string_view key,
                       const std::string& section) {
  const auto found = values.find(key);
  if (found == values.end()) throw std::runtime_error(section + ": `" + std::string(key) + "` is missing");
  return found->second;
}

}  // namespace

double CodeRule::threshold(std::string_view key) const {
  return asked_for(thresholds, key, file + ": thresholds");
}

const std::vector<std::string>& CodeRule::list(std::string_view key) const {
  return asked_for(words, key, file + ": words");
}

const std::vector<ColumnKey>& CodeRule::keys(std::string_view key) const {
  return asked_for(columns, key, file + ": words");
}

Rules::Rules(const std::filesystem::path& data)
    : codes_(read_codes(data / "checks")),
      gap_codes_(codes_by_gap(codes_, data / "checks")),
      requirements_(data / "layouts"),
      urls_(data / "checks" / "urls.yaml"),
      assessments_(data / "assessment"),
      columns_(data / "layouts" / "common" / "columns.yaml"),
      rubrics_(read_rubrics(data / "rubrics", assessments_)),
      thai_(data / "messages" / "th.yaml", message_keys(codes_), text::read_sayings(data / "messages" / "causes.yaml")),
      english_(data / "messages" / "en.yaml", message_keys(codes_)) {
  for (const std::string& key : thai_.keys()) {
    if (thai_.placeholders(key) != english_.placeholders(key))
      throw std::runtime_error("data/messages: `" + key + "` has other placeholders in th.yaml than in en.yaml");
  }
}

const CodeRule& Rules::of(std::string_view code) const {
  const auto found = codes_.find(code);
  if (found == codes_.end()) {
    throw std::runtime_error("data/checks/" + std::string(code) + ".yaml: missing, though a check raises this code");
  }
  return found->second;
}

Severity Rules::severity_of(const Finding& finding) const {
  const CodeRule& rule = of(finding.code);
  const auto variant = finding.values.find("variant");
  if (variant == finding.values.end()) return rule.severity;
  const auto own = rule.variants.find(variant->second);
  return own == rule.variants.end() ? rule.severity : own->second;
}

}  // namespace prongsai::checks
