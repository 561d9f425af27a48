#include "pipeline/checks/messages.hpp"

#include <array>
#include <stdexcept>

#include "extractors/text/data/data_file.hpp"
#include "pipeline/checks/gate.hpp"

namespace prongsai::checks {
namespace {

std::map<std::string, std::string> texts_in(const text::DataNode& section) {
  std::map<std::string, std::string> out;
  for (const auto& [key, value] : section.entries()) out[key] = value.text();
  return out;
}

// The fixed words that the program asks for.
constexpr auto kPhrases = std::to_array<std::string_view>(
    {"issue", "column", "page", "report", "held", "no_item", "gap_absent", "gap_blank", "gap_column", "gap_cell",
     "gap_row", "gap_timeframe", "score_damaged", "score_untold", "score_complete", "score_no_limitation", "score_gaps",
     "score_gaps_no_limitation"});

void require_phrases(const text::DataNode& section) {
  std::vector<std::string> held;
  for (const GateReason& reason : gate_reasons()) {
    if (reason.otherwise == GateReason::Otherwise::hold) held.push_back("held_" + reason.name);
  }
  std::vector<std::string_view> keys(kPhrases.begin(), kPhrases.end());
  keys.insert(keys.end(), held.begin(), held.end());
  section.require_keys(keys);
}

}  // namespace

std::string message_key(const Finding& finding) {
  const auto variant = finding.values.find("variant");
  return variant == finding.values.end() ? finding.code : finding.code + "." + variant->second;
}

Messages::Messages(const std::filesystem::path& path, const std::vector<std::string>& keys,
                   std::optional<text::Sayings> causes)
    : file_(path.string()), causes_(std::move(causes)) {
  const text::DataNode root = text::read_data_file(path);
  root.allow_keys({"messages", "columns", "phrases"});
  root.at("messages").require_keys(std::vector<std::string_view>(keys.begin(), keys.end()));
  root.at("columns").require_keys(text::all_words<ColumnKey>());
  require_phrases(root.at("phrases"));
  templates_ = texts_in(root.at("messages"));
  for (const auto& [key, name] : root.at("columns").entries_by<ColumnKey>()) columns_[key] = name.text();
  phrases_ = texts_in(root.at("phrases"));
}

std::set<std::string> Messages::keys() const {
  std::set<std::string> out;
  for (const auto& [key, form] : templates_) out.insert(key);
  return out;
}

std::set<std::string> Messages::placeholders(const std::string& key) const {
  std::set<std::string> names;
  const auto form = templates_.find(key);
  if (form == templates_.end()) return names;
  (void)fill(form->second, [&](const std::string& name) {
    names.insert(name);
    return std::string();
  });
  return names;
}

const std::string& Messages::column_name(ColumnKey column_key) const {
  return columns_.at(column_key);
}

const std::string& Messages::phrase(const std::string& key) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) throw std::runtime_error(file_ + ": phrases: `" + key + "` is missing");
  return found->second;
}

std::string Messages::issue_name(int issue_no) const {
  return fill(phrase("issue"), [&](const std::string&) { return std::to_string(issue_no); });
}

std::string Messages::place(const Finding& finding) const {
  std::string out;
  if (finding.issue_no) out = issue_name(*finding.issue_no);
  if (finding.column_key) {
    if (!out.empty()) out += ' ';
    out += fill(phrase("column"), [&](const std::string&) { return column_name(*finding.column_key); });
  }
  if (!out.empty()) return out;
  if (!finding.at || finding.at->page_no == 0) return phrase("report");
  return fill(phrase("page"), [&](const std::string&) { return std::to_string(finding.at->page_no); });
}

std::string Messages::value_of(const Finding& finding, const std::string& name) const {
  const auto value = finding.values.find(name);
  if (value != finding.values.end() && name == "because" && causes_) return causes_->in_thai_or_same(value->second);
  if (value != finding.values.end()) return value->second;
  if (name == "place") return place(finding);
  if (name == "evidence") return finding.evidence;
  if (name == "item") return finding.item_code.value_or(phrase("no_item"));
  if (name == "issue" && finding.issue_no) return issue_name(*finding.issue_no);
  if (name == "column" && finding.column_key) return column_name(*finding.column_key);
  if (name == "page" && finding.at) return std::to_string(finding.at->page_no);
  throw std::runtime_error(file_ + ": " + message_key(finding) + ": nothing is known for {" + name + "}");
}

std::string Messages::render(const Finding& finding) const {
  const std::string key = message_key(finding);
  const auto form = templates_.find(key);
  if (form == templates_.end()) throw std::runtime_error(file_ + ": messages: `" + key + "` is missing");
  return fill(form->second, [&](const std::string& name) { return value_of(finding, name); });
}

}  // namespace prongsai::checks
