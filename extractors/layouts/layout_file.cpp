#include "extractors/layouts/layout_file.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::layouts {
namespace {

template <typename T, std::size_t N>
T one_of(const text::DataNode& node, const std::array<std::pair<std::string_view, T>, N>& choices) {
  const std::string word = node.text();
  std::string expected;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    expected += (expected.empty() ? "" : ", ") + std::string(name);
  }
  node.fail("\"" + word + "\" is none of: " + expected);
}

constexpr std::array<std::pair<std::string_view, IssuesFrom>, 3> kIssuesFrom{
    {{"none", IssuesFrom::none}, {"headings", IssuesFrom::headings}, {"rows", IssuesFrom::rows}}};
constexpr std::array<std::pair<std::string_view, IssueOfTable>, 3> kIssueOfTable{
    {{"none", IssueOfTable::none}, {"heading", IssueOfTable::heading}, {"row", IssueOfTable::row}}};
constexpr std::array<std::pair<std::string_view, Sign::Kind>, 7> kSigns{{{"issue_headings", Sign::Kind::issue_headings},
                                                                         {"parts", Sign::Kind::parts},
                                                                         {"chapters", Sign::Kind::chapters},
                                                                         {"table", Sign::Kind::table},
                                                                         {"form_headers", Sign::Kind::form_headers},
                                                                         {"title", Sign::Kind::title},
                                                                         {"phrase", Sign::Kind::phrase}}};
constexpr std::array<std::pair<std::string_view, int>, 3> kLayoutKinds{
    {{"measures", 0}, {"results", 1}, {"scores", 2}}};

TableRule read_rule(const text::DataNode& node) {
  node.allow_keys({"role", "all", "any", "at_least", "one_of", "none", "scores", "issue"});
  TableRule rule;
  rule.role = node.at("role").text();
  rule.all = node.values_or_none<ColumnKey>("all");
  rule.any = node.values_or_none<ColumnKey>("any");
  rule.one_of = node.values_or_none<ColumnKey>("one_of");
  rule.none = node.values_or_none<ColumnKey>("none");
  if (const auto count = node.find("at_least")) rule.at_least = count->integer();
  if (const auto scores = node.find("scores")) rule.scores = scores->boolean();
  if (const auto issue = node.find("issue")) rule.issue = one_of(*issue, kIssueOfTable);
  if (rule.at_least > static_cast<int>(rule.any.size())) node.fail("at_least asks for more than `any` lists");
  if (rule.all.empty() && rule.any.empty() && !rule.scores) node.fail("a rule that every table would match");
  return rule;
}

Sign read_sign(const text::DataNode& node, const std::vector<TableRule>& rules) {
  node.allow_keys({"sign", "at_least", "role", "words", "weight", "own"});
  Sign sign;
  sign.kind = one_of(node.at("sign"), kSigns);
  sign.weight = node.at("weight").number();
  if (sign.weight <= 0 || sign.weight > 1) node.at("weight").fail("a weight is above 0 and at most 1");
  if (const auto count = node.find("at_least")) sign.at_least = count->integer();
  if (const auto own = node.find("own")) sign.own = own->boolean();
  if (sign.kind == Sign::Kind::table || sign.kind == Sign::Kind::form_headers) {
    sign.role = node.at("role").text();
    const bool known =
        std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.role == sign.role; });
    if (!known) node.at("role").fail("no table of this layout has the role \"" + sign.role + "\"");
  }
  if (sign.kind == Sign::Kind::title) sign.word_list = node.at("words").text();
  if (sign.kind == Sign::Kind::phrase) sign.words = node.at("words").texts();
  return sign;
}

// What a layout asks of a report is the checks' business; here only its form is judged.
void validate_required(const text::DataNode& required, const std::vector<TableRule>& rules) {
  required.allow_keys({"issues", "columns", "timeframe", "limitation"});
  const auto columns = required.find("columns");
  if (!columns) return;
  for (const auto& [role, keys] : columns->entries()) {
    const bool known =
        std::any_of(rules.begin(), rules.end(), [&role = role](const auto& r) { return r.role == role; });
    if (!known) keys.fail("no table of this layout has the role \"" + role + "\"");
    (void)keys.values<ColumnKey>();
  }
}

}  // namespace

LayoutSpec read_layout(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"layout", "name", "kind", "recognise", "issues", "tables", "required"});
  LayoutSpec spec;
  spec.key = root.at("layout").text();
  if (spec.key != file.stem().string()) root.at("layout").fail("the layout's key must be the file's name");
  root.at("name").allow_keys({"th", "en"});
  spec.kind = root.at("kind").text();
  one_of(root.at("kind"), kLayoutKinds);
  for (const auto& rule : root.at("tables").items()) spec.tables.push_back(read_rule(rule));
  spec.issues = one_of(root.at("issues"), kIssuesFrom);
  const text::DataNode recognise = root.at("recognise");
  recognise.allow_keys({"threshold", "signs"});
  spec.threshold = recognise.at("threshold").number();
  for (const auto& sign : recognise.at("signs").items()) spec.signs.push_back(read_sign(sign, spec.tables));
  if (const auto required = root.find("required")) validate_required(*required, spec.tables);
  return spec;
}

std::vector<LayoutSpec> read_layouts(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (files.empty()) throw std::runtime_error(folder.string() + ": no layout files; is the data folder complete?");
  std::sort(files.begin(), files.end());
  std::vector<LayoutSpec> layouts;
  layouts.reserve(files.size());
  for (const auto& file : files) layouts.push_back(read_layout(file));
  return layouts;
}

bool matches(const TableRule& rule, const std::vector<ColumnKey>& column_keys, bool announces_scores) {
  const auto has = [&](ColumnKey key) {
    return std::find(column_keys.begin(), column_keys.end(), key) != column_keys.end();
  };
  if (rule.scores && !announces_scores) return false;
  if (!std::all_of(rule.all.begin(), rule.all.end(), has)) return false;
  if (std::any_of(rule.none.begin(), rule.none.end(), has)) return false;
  if (!rule.one_of.empty() && std::none_of(rule.one_of.begin(), rule.one_of.end(), has)) return false;
  return std::count_if(rule.any.begin(), rule.any.end(), has) >= rule.at_least;
}

}  // namespace prongsai::layouts
