#include "pipeline/workers/messages/vetting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "extractors/source/pdf/pdf.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/records/record_lists.hpp"

namespace prongsai::workers {
namespace {

constexpr double kFarthest = 1e9;  // points; a page has at most 14,400, but a file may put words anywhere

[[noreturn]] void refuse(const std::string& name, const std::string& what) {
  throw std::domain_error("its " + name + " " + what);
}

void vet_number(const std::string& name, double value) {
  if (!std::isfinite(value) || std::abs(value) > kFarthest) refuse(name, "is no figure");
}

struct Range {
  std::string_view name;
  long long least = std::numeric_limits<int>::min();
  long long most = std::numeric_limits<int>::max();
};

// What numbers of a record can be. Wide: an odd report is no lie; but two of them can be added, and a cell does not
// reach over more rows than a report of as many pages as are read can have. A rank is a figure of the page, whatever
// stands there; nothing is computed with it.
constexpr std::array kRanges = {Range{"row_span", 1, 1'000'000},
                                Range{"col_span", 1, 1'000'000},
                                Range{"row_no", 0, 1'000'000},
                                Range{"col_no", 0, 1'000'000},
                                Range{"table_no", 0, 1'000'000},
                                Range{"paragraph_no", 0, 10'000'000},
                                Range{"issue_no", 0, 1000},
                                Range{"indicator_no", 0, 1000},
                                Range{"rotation", 0, 359},
                                Range{"fiscal_year", 0, 9999},
                                Range{"suggested_score", 0, 100},
                                Range{"rank"},
                                Range{"rank_of"}};
constexpr Range kAnyNumber = {"", 0, 1'000'000'000};

void vet_integer(const std::string& name, long long value) {
  const auto* known =
      std::find_if(kRanges.begin(), kRanges.end(), [&](const Range& range) { return range.name == name; });
  const Range& range = known == kRanges.end() ? kAnyNumber : *known;
  if (value < range.least || value > range.most) refuse(name, "is " + std::to_string(value));
}

void vet_text(const std::string& name, const std::string& value) {
  if (!text::is_valid_utf8(value)) refuse(name, "is not UTF-8");
}

// Codes are words of this program: missing_issue, damaged_file.
void vet_code(const std::string& name, const std::string& value) {
  const bool known_form = value.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  if (!known_form || value.size() > 64) refuse(name, "is no code");
}

// An archive of store::describe() that stores nothing and throws std::domain_error at the first fault.
class Vetter {
 public:
  explicit Vetter(int page_count) : page_count_(page_count) {}

  template <typename Value>
  void field(const std::string& name, const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
      vet_text(name, value);
    } else if constexpr (std::is_floating_point_v<Value>) {
      vet_number(name, value);
    } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) {
      vet_integer(name, value);
    }
  }
  template <typename Value>
  void field(const std::string& name, const std::optional<Value>& value) {
    if (value) field(name, *value);
  }
  template <typename Word>
  void word(const char*, const Word&) {}
  template <typename Number>
  void known(const std::string& name, const Number& value) {
    field(name, value);
  }
  void codes(const std::string& name, const std::vector<std::string>& values) { list(name, values); }
  void list(const std::string& name, const std::vector<std::string>& values) {
    for (const std::string& value : values) vet_text(name, value);
  }
  template <typename Model>
  void records(const char* name, const std::vector<Model>& models) {
    for (const Model& model : models) {
      if constexpr (std::is_same_v<Model, Doubt>) {
        if (model.begin > model.end) refuse(name, "end before they begin");
      }
      store::describe(*this, model);
    }
  }
  void derived(const char*, bool) {}
  void place(const std::string& prefix, const Evidence& at) {
    page(prefix + "page_no", at.page_no, 0);
    box(prefix, at.box);
    vet_number(prefix + "confidence", at.confidence);
    if (at.confidence < 0 || at.confidence > 1) refuse(prefix + "confidence", "is none");
  }
  void place(const std::string& prefix, const std::optional<Evidence>& at) {
    if (at) place(prefix, *at);
  }
  void box(const std::string& prefix, const Box& box) {
    for (const double side : {box.x0, box.y0, box.x1, box.y1}) vet_number(prefix + "box", side);
  }
  void page(const std::string& name, int page_no, int first) const {
    if (page_no < first || page_no > page_count_) refuse(name, "is " + std::to_string(page_no));
  }

 private:
  int page_count_;
};

template <typename Archive, typename Models>
void walk_all(Archive& archive, Models& models) {
  for (auto& model : models) store::describe(archive, model);
}

void vet_page_count(int pages) {
  if (pages < 0 || pages > source::PdfLimits{}.max_pages) refuse("pages", "are too many");
}

// "" where nothing could be read.
void vet_hash(const std::string& name, const std::string& value) {
  const bool is_hex = value.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_hex || (!value.empty() && value.size() != 64)) refuse(name, "is no hash");
}

// Paths are made of the names, and each document is read in its turn.
void vet_attached(const std::vector<AttachedDocument>& attached, int depth) {
  if (std::cmp_greater(attached.size(), most_attached(depth))) refuse("attached documents", "are too many");
  std::set<std::string> names;
  long long bytes = 0;
  for (const AttachedDocument& document : attached) {
    if (document.place < 1) refuse("attached document's place", "is none");
    if (!stages::is_attached_name(document.name)) refuse("attached document's name", "is none");
    if (!names.insert(document.name).second) refuse("attached document's name", "is another's");
    if (document.sha256.empty()) refuse("attached document's sha256", "is missing");
    vet_hash("attached document's sha256", document.sha256);
    bytes += document.size;
    if (bytes > kMostAttachedBytes) refuse("attached documents", "are too large");
  }
}

void vet_record(const Record& record, int depth) {
  vet_page_count(record.page_count);
  Vetter vetter(record.page_count);
  store::describe(vetter, record);
  vet_code("error_code", record.error_code);
  store::each_list(record, [&](const char*, const auto& models) { walk_all(vetter, models); });
  if (std::cmp_greater(record.pages.size(), record.page_count)) refuse("pages", "are more than it counts");
  for (const PageRecord& page : record.pages) vetter.page("page_no", page.page_no, 1);
  for (const Link& link : record.links) vetter.page("link's page_no", link.page_no, 0);
  for (const Aside& aside : record.asides) vetter.page("aside's page_no", aside.page_no, 0);
  for (const Damage& damage : record.damages) vetter.page("damage's page_no", damage.page_no, 0);
  vet_attached(record.attached, depth);
}

void vet_judgement(const Judgement& judgement, int page_count) {
  Vetter vetter(page_count);
  walk_all(vetter, judgement.findings);
  for (const Finding& finding : judgement.findings) {
    vet_code("finding's code", finding.code);
    for (const auto& [name, value] : finding.values) vet_text(name, value);
  }
  if (judgement.suggested_score) vet_integer("suggested_score", *judgement.suggested_score);
  vet_text("score_reason", judgement.score_reason);
  vet_text("score_reason_en", judgement.score_reason_en);
}

void vet(const Reply& reply, const Job& job) {
  vet_text("message", reply.message);
  vet_code("step", reply.step);
  vet_number("seconds", reply.seconds);
  vet_page_count(reply.page_count);
  if (reply.scanned_pages < 0 || reply.scanned_pages > reply.page_count) refuse("scanned pages", "are too many");
  if (reply.kind == Reply::Kind::page) {
    Vetter(reply.page_count).page("page_no", reply.page_no, 1);
    return;
  }
  vet_hash("sha256", reply.sha256);
  vet_record(reply.record, depth_of(job.submission.attached_at));
  const Record& judged = job.kind == Job::Kind::judge ? job.record : reply.record;
  vet_judgement(reply.judgement, judged.page_count);
}

// An archive that makes each text valid and leaves the rest.
class Mender {
 public:
  template <typename Value>
  void field(const char*, Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) mend(value);
  }
  template <typename Value>
  void field(const char* name, std::optional<Value>& value) {
    if (value) field(name, *value);
  }
  template <typename Word>
  void word(const char*, Word&) {}
  template <typename Number>
  void known(const char*, Number&) {}
  void codes(const char*, std::vector<std::string>& values) { list("", values); }
  void list(const char*, std::vector<std::string>& values) {
    for (std::string& value : values) mend(value);
  }
  template <typename Model>
  void records(const char*, std::vector<Model>& models) {
    for (Model& model : models) store::describe(*this, model);
  }
  void derived(const char*, bool) {}
  template <typename Place>
  void place(const std::string&, Place&) {}
  void box(const std::string&, Box&) {}

  static void mend(std::string& value) {
    if (!text::is_valid_utf8(value)) value = text::to_utf8(text::to_utf32(value));
  }
};

}  // namespace

std::optional<std::string> fault_of(const Reply& reply, const Job& job) {
  try {
    vet(reply, job);
    return std::nullopt;
  } catch (const std::domain_error& fault) {
    return fault.what();
  }
}

void make_valid_text(Reply& reply) {
  Mender mender;
  store::describe(mender, reply.record);
  store::each_list(reply.record, [&](const char*, auto& models) { walk_all(mender, models); });
  walk_all(mender, reply.judgement.findings);
  for (Finding& finding : reply.judgement.findings) {
    for (auto& [name, value] : finding.values) Mender::mend(value);
  }
  Mender::mend(reply.judgement.score_reason);
  Mender::mend(reply.judgement.score_reason_en);
  Mender::mend(reply.message);
}

}  // namespace prongsai::workers
