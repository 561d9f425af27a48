#include "pipeline/checks/rule_keys.hpp"

#include <algorithm>

namespace prongsai::checks {
namespace {

const std::vector<RuleKeys> kKeys = {
    {"blank_template", {}, {}, {"annexed"}},
    {"check_failed", {}, {}, {"all"}},
    {"count_mismatch",
     {"reach", "paragraphs_between", "most"},
     {"announces", "units", "offices", "names_table", "captions", "counted_in_titles", "title_counts"},
     {}},
    {"damaged_file", {}, {"anywhere", "near", "by_identity"}, {"part", "file", "blank", "unseen", "rebuilt"}},
    {"external_host", {}, {"further_channel"}, {"url", "seen"}},
    {"foreign_agency",
     {"offices_in_a_list", "offices_in_a_report", "other_name"},
     {"areas", "kinds", "name_stops", "no_names", "kinds_in_cells", "visits", "gets", "instruments", "held_up",
      "comparisons", "minutes", "visit_places", "partner", "helping", "own_roles", "own_acts"},
     {},
     {"columns_of_doers", "columns_of_deeds"}},
    {"low_confidence",
     {"page_confidence"},
     {},
     {"unpainted", "figure", "agency", "word", "year", "own_year", "figures", "held"}},
    {"manifest_mismatch", {}, {}, {"agency", "fiscal_year", "item"}},
    {"misplaced_column",
     {"order_reach", "name_reach"},
     {"time", "time_joints", "time_cues", "order", "people", "people_joints", "responsible_label", "label_joints",
      "responsible_role", "position", "person_titles"},
     {"timeframe", "responsible"},
     {"columns"}},
    {"misplaced_item", {}, {}, {"no_issue"}},
    {"misplaced_page", {"reach"}, {"group_page", "put_there", "advice"}, {"url", "seen", "page"}},
    {"missing_issue", {}, {}, {}, {"columns_of_measures"}},
    {"missing_limitation", {}, {"for_all", "told", "labels"}, {}},
    {"missing_timeframe", {}, {"for_all", "told", "labels"}, {}},
    {"near_duplicate",
     {"likeness", "shingle", "least_shingles", "weakness_length"},
     {},
     {"own_year", "own_report", "repeated_weakness"},
     {"columns"}},
    {"not_on_main_site",
     {"reach", "settled_reach"},
     {"denial", "main_site", "advice", "checklists", "evaluator", "rules_quoted", "settled", "conditions",
      "consequences"},
     {"no_url", "malformed", "walked"}},
    {"numbering_gap", {"paragraphs_apart"}, {}, {}},
    {"score_conflict", {}, {}, {"values", "values_inherited", "offices"}},
    {"score_sum_mismatch", {"tolerance"}, {}, {}},
    {"unaddressed_item", {"name_share"}, {"demand", "name_ends"}, {}},
    {"unclear_score",
     {},
     {},
     {"repeated", "contradicted", "little_evidence", "narrow", "nothing_told", "half_figure", "several_offices",
      "figures_in_row", "unknown_lead", "draft", "rivals", "unread_table"}},
    {"unfilled_placeholder",
     {"lines_of_a_form"},
     {"wants_value", "whole_values", "next_field", "instructions", "leads_to_value", "bill", "year_of_a_bill", "day",
      "parts_of_a_date", "signature"},
     {"annexed"}},
    {"unread_content", {}, {}, {"attached", "read_apart", "woven"}},
    {"unrelated_document",
     {"least_text"},
     {"assessment", "named", "documents", "subject", "other_matters", "other_assessments", "own_matters"},
     {"titled", "passing"},
     {"columns_of_measures"}},
    {"unsafe_link", {}, {}, {"certificate"}},
    {"wrong_year",
     {"month_of_results", "years_back_in_scans", "reach", "years_compared"},
     {"timeframe", "comparison", "law_or_plan", "history_before", "history_after", "plans", "joints", "result_leads",
      "result_units", "assessment", "before_years"},
     {"over", "head"}},
};

}  // namespace

const RuleKeys& rule_keys_of(std::string_view code) {
  static const RuleKeys kNone;
  const auto found = std::ranges::find(kKeys, code, &RuleKeys::code);
  return found == kKeys.end() ? kNone : *found;
}

}  // namespace prongsai::checks
