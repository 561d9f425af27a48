// Something on a page, or attached to the document, holds words and was not read. One finding a page and kind, at the
// largest place; one for all attachments, and one for those that are read as documents of their own.
#include <map>
#include <utility>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

constexpr std::size_t kUnreadEvidence = 120;

std::string variant_of(Aside::Kind kind) {
  switch (kind) {
    case Aside::Kind::attached:
      return "attached";
    case Aside::Kind::woven:
      return "woven";
    default:
      return "";
  }
}

bool is_told(Aside::Kind kind) {
  return kind == Aside::Kind::unread || kind == Aside::Kind::attached || kind == Aside::Kind::woven;
}

double area(const Box& box) {
  return box.width() * box.height();
}

// Not read here, but as documents of their own: who looks at the file alone must know of them.
Finding read_apart(const Record& record) {
  Finding finding;
  finding.code = "unread_content";
  finding.values["variant"] = "read_apart";
  for (const AttachedDocument& document : record.attached)
    finding.evidence += (finding.evidence.empty() ? "" : ", ") + document.name;
  finding.evidence = clip(finding.evidence, kUnreadEvidence);
  return finding;
}

}  // namespace

std::vector<Finding> unread_content(const CheckInput& input) {
  std::map<std::pair<int, Aside::Kind>, Finding> told;
  for (const Aside& aside : input.record.asides) {
    if (!is_told(aside.kind)) continue;
    Finding& finding = told[{aside.page_no, aside.kind}];
    finding.code = "unread_content";
    if (aside.page_no > 0 && !finding.at) finding.at = Evidence{aside.page_no, {}, TextSource::text, 1};
    if (finding.at && area(aside.box) > area(finding.at->box)) finding.at->box = aside.box;
    if (!aside.text.empty()) finding.evidence += (finding.evidence.empty() ? "" : ", ") + aside.text;
    const std::string variant = variant_of(aside.kind);
    if (!variant.empty()) finding.values["variant"] = variant;
  }
  std::vector<Finding> findings;
  for (auto& [key, finding] : told) {
    finding.evidence = clip(finding.evidence, kUnreadEvidence);
    findings.push_back(std::move(finding));
  }
  if (!input.record.attached.empty()) findings.push_back(read_apart(input.record));
  return findings;
}

}  // namespace prongsai::checks
