// The file was opened, and not all of it could be read, or a page shows nothing of its words: damaged_file.
// low_confidence where pages are read and could not be compared with how they look. One finding for all pages of which
// the same is said.
#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/page_list.hpp"

namespace prongsai::checks {
namespace {

struct Kind {
  DamageEffect effect;
  const char* code;
  const char* variant;
};

constexpr Kind kKinds[] = {{DamageEffect::lost, "damaged_file", "part"},
                           {DamageEffect::unseen, "damaged_file", "unseen"},
                           {DamageEffect::unpainted, "low_confidence", "unpainted"}};

std::string without_numbers(const std::string& words) {
  std::string key;
  std::copy_if(words.begin(), words.end(), std::back_inserter(key), [](char c) { return c < '0' || c > '9'; });
  return key;
}

std::string numbers_of(const Record& record, const std::vector<int>& pages) {
  return page_numbers(pages_where(record, [&](const PageRecord& page) {
    return std::find(pages.begin(), pages.end(), page.page_no) != pages.end();
  }));
}

Finding finding_of(const Kind& kind, const Damage& first, const std::vector<int>& pages, const Record& record) {
  Finding finding;
  finding.code = kind.code;
  finding.evidence = first.words;
  finding.values["variant"] = first.page_no > 0 ? kind.variant : "file";
  if (first.page_no > 0) {
    finding.at = Evidence{first.page_no, {}, TextSource::text, 0};
    finding.values["pages"] = numbers_of(record, pages);
  }
  return finding;
}

// A page's first saying of this kind speaks for it.
void add(std::vector<Finding>& findings, const Kind& kind, const Record& record) {
  std::map<int, const Damage*> first;
  for (const Damage& damage : record.damages) {
    if (damage.effect == kind.effect) first.try_emplace(damage.page_no, &damage);
  }
  std::map<std::pair<bool, std::string>, std::vector<int>> alike;  // by saying, the whole file's apart
  for (const auto& [page_no, damage] : first) alike[{page_no > 0, without_numbers(damage->words)}].push_back(page_no);
  for (const auto& [saying, pages] : alike) findings.push_back(finding_of(kind, *first[pages.front()], pages, record));
}

bool speaks_of_loss(const Record& record) {
  return std::any_of(record.damages.begin(), record.damages.end(), [](const Damage& damage) {
    return damage.effect == DamageEffect::lost || damage.effect == DamageEffect::unseen;
  });
}

void add_rebuilt(std::vector<Finding>& findings, const Record& record) {
  const auto rebuilt = std::find_if(record.damages.begin(), record.damages.end(),
                                    [](const Damage& damage) { return damage.effect == DamageEffect::rebuilt; });
  if (rebuilt == record.damages.end() || speaks_of_loss(record)) return;
  Finding finding;
  finding.code = "damaged_file";
  finding.evidence = rebuilt->words;
  finding.values["variant"] = "rebuilt";
  findings.push_back(std::move(finding));
}

void add_blank(std::vector<Finding>& findings, const Record& record) {
  const auto shows =
      pages_where(record, [](const PageRecord& page) { return page.source != PageSource::blank || page.unreadable; });
  if (record.pages.empty() || !shows.empty() || speaks_of_loss(record)) return;
  Finding finding;
  finding.code = "damaged_file";
  finding.evidence = record.pages.front().reason;
  finding.values["variant"] = "blank";
  finding.values["count"] = std::to_string(record.pages.size());
  findings.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> damaged_part(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const Kind& kind : kKinds) add(findings, kind, input.record);
  add_rebuilt(findings, input.record);
  add_blank(findings, input.record);
  return findings;
}

}  // namespace prongsai::checks
