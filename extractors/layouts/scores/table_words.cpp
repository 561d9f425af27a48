#include "extractors/layouts/scores/table_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/data_file.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points of its own that an office's name has behind the word for its kind.
constexpr std::size_t kShortestOwnName = 2;

std::vector<std::string> tight_list(const text::DataNode& node, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& word : node.at(key).texts()) out.push_back(tight(word));
  return out;
}

LabelWords label_words(const text::DataNode& node) {
  node.allow_keys({"whole", "has"});
  LabelWords words;
  if (node.find("whole")) words.whole = tight_list(node, "whole");
  words.has = tight_list(node, "has");
  return words;
}

using Weight = std::pair<std::string_view, double Weights::*>;

constexpr std::array<Weight, 19> kWeights{{{"figure_with_subject", &Weights::figure_with_subject},
                                           {"figure_with_total", &Weights::figure_with_total},
                                           {"figure_without_subject", &Weights::figure_without_subject},
                                           {"figure_contradicted", &Weights::figure_contradicted},
                                           {"no_figure", &Weights::no_figure},
                                           {"office_name", &Weights::office_name},
                                           {"other_name", &Weights::other_name},
                                           {"no_name", &Weights::no_name},
                                           {"rank", &Weights::rank},
                                           {"level", &Weights::level},
                                           {"no_level", &Weights::no_level},
                                           {"subject", &Weights::subject},
                                           {"no_subject", &Weights::no_subject},
                                           {"year", &Weights::year},
                                           {"header_fits", &Weights::header_fits},
                                           {"header_marked", &Weights::header_marked},
                                           {"figure_in_header", &Weights::figure_in_header},
                                           {"sums_hold", &Weights::sums_hold},
                                           {"sums_fail", &Weights::sums_fail}}};

Weights read_weights(const text::DataNode& node) {
  Weights weights;
  for (const auto& [name, place] : kWeights) weights.*place = node.at(name).number();
  for (const auto& [name, value] : node.entries()) {
    const bool known =
        std::ranges::any_of(kWeights, [&wanted = name](const Weight& weight) { return weight.first == wanted; });
    if (!known) value.fail("no weight is called '" + name + "'");
  }
  return weights;
}

bool is_ascii_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// A Latin word stands alone in the printed text, where blanks still part it from other letters.
bool stands_alone(std::string_view text, const TightText& compact, std::size_t at, std::size_t size) {
  const std::size_t first = compact.original(at);
  const std::size_t last = compact.original(at + size - 1);
  if (!is_ascii_letter(text[first])) return true;
  const bool before = first > 0 && is_ascii_letter(text[first - 1]);
  const bool after = last + 1 < text.size() && is_ascii_letter(text[last + 1]);
  return !before && !after;
}

}  // namespace

bool LabelWords::match(const std::string& tight_label) const {
  return std::ranges::find(whole, tight_label) != whole.end() || contains_any(tight_label, has);
}

TableWords::TableWords(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"assessment",
                   "other_matter",
                   "planned_beginnings",
                   "other_examinations",
                   "title_beginnings",
                   "numbered_captions",
                   "ranking",
                   "assessing",
                   "assessed_cues",
                   "plan_cues",
                   "weighted",
                   "negations",
                   "aim_tails",
                   "years_of_work",
                   "taken_up",
                   "joiners",
                   "past_year",
                   "since",
                   "comparisons",
                   "figure_year_joints",
                   "past_joints",
                   "clause_ends",
                   "labels",
                   "office_beginnings",
                   "summary",
                   "summary_anywhere",
                   "weights",
                   "least_margin",
                   "least_evidence",
                   "counting",
                   "own_totals",
                   "own_kinds",
                   "any_kind",
                   "office_units",
                   "group_beginnings",
                   "share_of_offices",
                   "offices_that",
                   "baselines",
                   "over_names",
                   "people",
                   "not_owners"});
  assessment = tight_list(root, "assessment");
  other_matter = tight_list(root, "other_matter");
  counting = tight_list(root, "counting");
  planned_beginnings = tight_list(root, "planned_beginnings");
  other_examinations = tight_list(root, "other_examinations");
  title_beginnings = tight_list(root, "title_beginnings");
  numbered_captions = tight_list(root, "numbered_captions");
  ranking = tight_list(root, "ranking");
  assessing = tight_list(root, "assessing");
  assessed_cues = tight_list(root, "assessed_cues");
  plan_cues = tight_list(root, "plan_cues");
  weighted = tight_list(root, "weighted");
  negations = tight_list(root, "negations");
  aim_tails = tight_list(root, "aim_tails");
  taken_up = tight_list(root, "taken_up");
  years_of_work = tight_list(root, "years_of_work");
  joiners = tight_list(root, "joiners");
  past_year = tight_list(root, "past_year");
  comparisons = tight_list(root, "comparisons");
  since = tight_list(root, "since");
  past_joints = tight_list(root, "past_joints");
  figure_year_joints = tight_list(root, "figure_year_joints");
  clause_ends = tight_list(root, "clause_ends");
  const text::DataNode labels = root.at("labels");
  labels.allow_keys({"rank", "name", "level", "value", "total", "no_score", "other"});
  rank = label_words(labels.at("rank"));
  name = label_words(labels.at("name"));
  level = label_words(labels.at("level"));
  value = label_words(labels.at("value"));
  total = label_words(labels.at("total"));
  no_score = label_words(labels.at("no_score"));
  other = label_words(labels.at("other"));
  office_beginnings = tight_list(root, "office_beginnings");
  summary = tight_list(root, "summary");
  office_units = tight_list(root, "office_units");
  group_beginnings = tight_list(root, "group_beginnings");
  share_of_offices = tight_list(root, "share_of_offices");
  offices_that = tight_list(root, "offices_that");
  baselines = tight_list(root, "baselines");
  over_names = tight_list(root, "over_names");
  not_owners = tight_list(root, "not_owners");
  people = tight_list(root, "people");
  own_totals = tight_list(root, "own_totals");
  own_kinds = tight_list(root, "own_kinds");
  any_kind = tight_list(root, "any_kind");
  summary_anywhere = tight_list(root, "summary_anywhere");
  weights = read_weights(root.at("weights"));
  least_margin = root.at("least_margin").number();
  least_evidence = root.at("least_evidence").number();
}

bool TableWords::names_other_matter(std::string tight_text) const {
  for (const std::string& word : counting) {
    for (std::size_t at = tight_text.find(word); at != std::string::npos; at = tight_text.find(word, at)) {
      const std::size_t end = at + word.size();
      if (end < tight_text.size() && std::isdigit(static_cast<unsigned char>(tight_text[end])) != 0)
        tight_text.erase(at, word.size());
      else
        at = end;
    }
  }
  return contains_any(tight_text, other_matter);
}

bool TableWords::counts_offices(std::string_view tight_header) const {
  if (std::ranges::find(office_units, tight_header) != office_units.end()) return true;
  return contains_any(tight_header, counting) && !contains_any(tight_header, people) &&
         (contains_any(tight_header, name.has) || contains_any(tight_header, office_units));
}

bool TableWords::names_kinds(std::string_view tight_header) const {
  const std::size_t kind = begins_with_any(tight_header, group_beginnings);
  return kind > 0 && contains_any(tight_header.substr(kind), name.has);
}

bool TableWords::is_share_of_offices(std::string_view tight_label, const std::vector<std::string>& percent) const {
  const std::size_t share = begins_with_any(tight_label, percent);
  if (share == 0) return false;
  std::string_view rest = tight_label.substr(share);
  rest.remove_prefix(begins_with_any(rest, share_of_offices));
  const std::size_t offices = std::max(
      {begins_with_any(rest, office_beginnings), begins_with_any(rest, name.has), begins_with_any(rest, people)});
  return offices > 0 && contains_any(rest.substr(offices), offices_that);
}

bool TableWords::names_assessment(std::string_view text) const {
  const TightText compact(text);
  for (const auto& word : assessment) {
    for (std::size_t at = compact.text().find(word); at != std::string::npos; at = compact.text().find(word, at + 1)) {
      if (stands_alone(text, compact, at, word.size())) return true;
    }
  }
  return false;
}

bool TableWords::looks_like_office(std::string_view text) const {
  const std::string compact = tight(without_list_number(text));
  const std::size_t word = begins_with_any(compact, office_beginnings);
  return word > 0 && text::length(std::string_view(compact).substr(word)) >= kShortestOwnName;
}

std::optional<std::string> TableWords::kind_of_own_total(std::string_view tight_label) const {
  const std::size_t lead = begins_with_any(tight_label, own_totals);
  if (lead == 0) return std::nullopt;
  const auto kind = std::ranges::find(own_kinds, tight_label.substr(lead));
  return kind == own_kinds.end() ? std::nullopt : std::optional(*kind);
}

bool TableWords::is_own_total(std::string_view tight_label, std::string_view office) const {
  const auto kind = kind_of_own_total(tight_label);
  return kind && (office.starts_with(*kind) || std::ranges::find(any_kind, *kind) != any_kind.end());
}

bool TableWords::is_summary(const std::string& tight_label) const {
  if (kind_of_own_total(tight_label)) return false;
  return begins_with_any(tight_label, summary) > 0 || contains_any(tight_label, summary_anywhere);
}

}  // namespace prongsai::layouts::scores
