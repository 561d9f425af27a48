#include "pipeline/checks/site_faults.hpp"

#include <algorithm>

#include "extractors/text/find/item_codes.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/published.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

// A verdict on one URL as a finding; nothing for the main site.
std::optional<Finding> address_finding(const UrlVerdict& verdict, const std::string& url) {
  Finding finding;
  finding.evidence = url;
  finding.values["because"] = verdict.because;
  switch (verdict.place) {
    case UrlPlace::main_site:
      return std::nullopt;
    case UrlPlace::group_page:
      finding.code = "misplaced_page";
      break;
    case UrlPlace::external:
      finding.code = "external_host";
      break;
    case UrlPlace::malformed:
      finding.code = "not_on_main_site";
      finding.values["variant"] = "malformed";
      return finding;
  }
  finding.values["variant"] = "url";
  return finding;
}

const std::optional<std::string>* main_site(const CheckInput& input) {
  return input.submission.manifest ? &input.submission.manifest->main_site : nullptr;
}

// The passage that a link stands in: the table cell around it, else the paragraph that begins last above it.
const Passage* passage_around(const std::vector<Passage>& all, const Link& link) {
  const Point centre = link.box.centre();
  const Passage* above = nullptr;
  for (const Passage& passage : all) {
    if (passage.at.page_no != link.page_no) continue;
    if (passage.kind == Passage::Kind::cell) {
      if (passage.at.box.contains(centre)) return &passage;
    } else if (passage.kind == Passage::Kind::paragraph && passage.at.box.y0 <= centre.y) {
      above = &passage;
    }
  }
  return above;
}

struct PlacedUrl {
  std::string url;
  const Passage* passage;
};

// Link annotations, and URLs written out, each with the text it stands in.
std::vector<PlacedUrl> placed_urls(const Record& record, const std::vector<Passage>& all) {
  std::vector<PlacedUrl> urls;
  for (const Link& link : record.links) {
    if (const Passage* passage = passage_around(all, link)) urls.push_back({link.url, passage});
  }
  for (const Passage& passage : all) {
    for (std::string& url : find_urls(*passage.text)) urls.push_back({std::move(url), &passage});
  }
  return urls;
}

Finding seen_fault(const CheckInput& input, const Publication& facts, const std::string& code,
                   const std::string& variant) {
  Finding finding = published_finding(input, facts, code);
  finding.values["because"] = facts.place_because;
  finding.values["variant"] = variant;
  return finding;
}

// What was seen from the main site, where it was told: then the address alone says nothing more.
std::optional<std::vector<Finding>> faults_seen(const CheckInput& input) {
  using Place = Publication::Place;
  const auto facts = publication_of(input);
  if (!facts) return std::nullopt;
  switch (facts->place) {
    case Place::unknown:
      return std::nullopt;
    case Place::main_site:
      return std::vector<Finding>();
    case Place::group_page:
      return std::vector{seen_fault(input, *facts, "misplaced_page", facts->clicks.empty() ? "page" : "seen")};
    case Place::other_host:
      return std::vector{seen_fault(input, *facts, "external_host", "seen")};
    case Place::not_found:
      return std::vector{seen_fault(input, *facts, "not_on_main_site", "walked")};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> site_faults(const CheckInput& input, const std::string& code) {
  std::vector<Finding> all = faults_of_manifest(input);
  for (auto* source : {faults_in_words, faults_in_links}) {
    for (Finding& finding : source(input)) all.push_back(std::move(finding));
  }
  std::erase_if(all, [&](const Finding& finding) { return finding.code != code; });
  return all;
}

std::vector<Finding> faults_of_manifest(const CheckInput& input) {
  if (!input.submission.manifest) return {};
  if (auto seen = faults_seen(input)) return std::move(*seen);
  const ManifestRow& row = *input.submission.manifest;
  std::optional<Finding> finding;
  if (row.published_url) {
    finding = address_finding(input.rules.urls().judge(*row.published_url, row.main_site), *row.published_url);
  } else if (row.main_site) {  // the office has a site, and nothing of this item was found on it
    finding.emplace();
    finding->code = "not_on_main_site";
    finding->evidence = *row.main_site;
    finding->values["variant"] = "no_url";
  }
  if (!finding) return {};
  finding->item_code = row.item_code ? row.item_code : input.record.item_code;
  return {*finding};
}

std::vector<Finding> faults_in_links(const CheckInput& input) {
  std::vector<Finding> findings;
  const auto& further_channel = input.rules.of("external_host").list("further_channel");
  const std::vector<Passage> all = passages(input.record);
  for (const PlacedUrl& placed : placed_urls(input.record, all)) {
    const auto codes = text::find_item_codes(*placed.passage->text, input.rules.item_ranges());
    if (codes.empty() || !parse_url(placed.url)) continue;  // the judgement is about an item, not about any link
    const auto* site = main_site(input);
    auto finding =
        address_finding(input.rules.urls().judge(placed.url, site != nullptr ? *site : std::nullopt), placed.url);
    if (!finding) continue;
    // Facebook, LINE and the like named as a further channel of the office publish no item.
    if (finding->code == "external_host" && contains_any(without_blanks(*placed.passage->text), further_channel))
      continue;
    finding->item_code = codes.front().code;
    finding->at = placed.passage->at;
    findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace prongsai::checks
