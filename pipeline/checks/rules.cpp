#include "pipeline/checks/rules.hpp"

#include <algorithm>
#include <stdexcept>

#include "pipeline/checks/gate.hpp"
#include "pipeline/checks/yaml_file.hpp"

namespace prongsai::checks {
namespace {

// Files of data/checks that describe no code.
const std::vector<std::string> kOtherFiles = {"urls"};

Severity read_severity(const YamlFile& file, const YAML::Node& parent, const std::string& key) {
  const std::string name = file.text(parent, key);
  if (name == "error") return Severity::error;
  if (name == "warning") return Severity::warning;
  if (name == "info") return Severity::info;
  file.fail(parent[key], "severity is error, warning or info, not `" + name + "`");
}

bool is_gate_reason(const std::string& name) {
  return std::any_of(gate_reasons().begin(), gate_reasons().end(),
                     [&](const GateReason& reason) { return reason.name == name; });
}

CodeRule read_code(const std::filesystem::path& path) {
  const YamlFile file(path);
  const YAML::Node& root = file.root();
  CodeRule rule;
  rule.file = path.string();
  rule.code = file.text(root, "code");
  if (rule.code != path.stem().string()) file.fail(root["code"], "the file is named after its code");
  if (root["enabled"].IsDefined()) {
    const std::string enabled = file.text(root, "enabled");
    if (enabled != "true" && enabled != "false") file.fail(root["enabled"], "`enabled` is true or false");
    rule.enabled = enabled == "true";
  }
  rule.severity = read_severity(file, root, "severity");
  for (const auto& entry : root["variants"]) {
    const auto variant = entry.first.as<std::string>();
    rule.variants[variant] = read_severity(file, root["variants"], variant);
  }
  if (root["needs"].IsDefined()) rule.needs = file.texts(root["needs"]);
  for (const std::string& need : rule.needs) {
    if (!is_gate_reason(need)) file.fail(root["needs"], "`" + need + "` is no reason that the gate knows");
  }
  const YAML::Node meaning = file.need(root, "meaning");
  rule.meaning_th = file.text(meaning, "th");
  rule.meaning_en = file.text(meaning, "en");
  for (const auto& entry : root["thresholds"]) {
    const auto key = entry.first.as<std::string>();
    rule.thresholds[key] = file.number(root["thresholds"], key);
  }
  for (const auto& entry : root["words"]) rule.words[entry.first.as<std::string>()] = file.texts(entry.second);
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

std::vector<Rubric> read_rubrics(const std::filesystem::path& folder, const layouts::Assessments& assessments) {
  std::vector<Rubric> rubrics;
  const auto item_points = [&](int year) { return assessments.of(year).points.items; };
  for (const auto& file : yaml_files(folder)) rubrics.push_back(read_rubric(file, item_points));
  return rubrics;
}

}  // namespace

double CodeRule::threshold(std::string_view key) const {
  const auto found = thresholds.find(key);
  if (found == thresholds.end()) throw std::runtime_error(file + ": thresholds: `" + std::string(key) + "` is missing");
  return found->second;
}

const std::vector<std::string>& CodeRule::list(std::string_view key) const {
  const auto found = words.find(key);
  if (found == words.end()) throw std::runtime_error(file + ": words: `" + std::string(key) + "` is missing");
  return found->second;
}

Rules::Rules(const std::filesystem::path& data)
    : requirements_(data / "layouts"),
      urls_(data / "checks" / "urls.yaml"),
      assessments_(data / "assessment"),
      rubrics_(read_rubrics(data / "rubrics", assessments_)),
      thai_(data / "messages" / "th.yaml"),
      english_(data / "messages" / "en.yaml") {
  read_codes(data / "checks");
  validate_wording();
}

void Rules::read_codes(const std::filesystem::path& folder) {
  for (const auto& path : yaml_files(folder)) {
    if (std::find(kOtherFiles.begin(), kOtherFiles.end(), path.stem().string()) != kOtherFiles.end()) continue;
    CodeRule rule = read_code(path);
    const std::string code = rule.code;
    codes_.emplace(code, std::move(rule));
  }
}

// Every code and every variant has a wording in both languages, and both use the same placeholders.
void Rules::validate_wording() const {
  const auto both_have = [&](const std::string& key) {
    for (const Messages* language : {&thai_, &english_}) {
      if (!language->keys().contains(key)) {
        throw std::runtime_error("data/messages: `" + key + "` has no wording in both th.yaml and en.yaml");
      }
    }
    if (thai_.placeholders(key) != english_.placeholders(key)) {
      throw std::runtime_error("data/messages: `" + key + "` has other placeholders in th.yaml than in en.yaml");
    }
  };
  for (const auto& [code, rule] : codes_) {
    both_have(code);
    for (const auto& [variant, severity] : rule.variants) both_have(code + "." + variant);
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
