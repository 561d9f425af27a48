#include "pipeline/workers/messages/vetting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <utility>

#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

Reply sound() {
  Reply reply;
  reply.kind = Reply::Kind::done;
  reply.record = samples::record();
  reply.judgement = samples::judgement();
  return reply;
}

TEST(Vetting, ASoundReplyPasses) {
  EXPECT_EQ(fault_of(sound(), {}), std::nullopt);
}

// How much may hang on a document is told by how deep it lies.
TEST(Vetting, NothingIsAttachedDeeperThanIsRead) {
  Job job;
  job.submission.attached_at = "1";
  EXPECT_EQ(fault_of(sound(), job), std::nullopt);
  job.submission.attached_at = "1/1";
  EXPECT_TRUE(fault_of(sound(), job));
}

struct Lie {
  const char* what;
  std::function<void(Reply&)> tell;
};

class AnyLie : public testing::TestWithParam<Lie> {};

TEST_P(AnyLie, IsSeen) {
  Reply reply = sound();
  GetParam().tell(reply);
  EXPECT_TRUE(fault_of(reply, {}));
}

const std::string kBroken = "ab\xE0\xB8";

INSTANTIATE_TEST_SUITE_P(
    Vetting, AnyLie,
    testing::Values(Lie{"Utf8OfAPage", [](Reply& r) { r.record.pages[1].text = kBroken; }},
                    Lie{"Utf8OfAnAbsentField", [](Reply& r) { r.record.item_code = kBroken; }},
                    Lie{"Utf8InAList", [](Reply& r) { r.record.tables[0].columns[0].header[0] = kBroken; }},
                    Lie{"Utf8OfAFinding", [](Reply& r) { r.judgement.findings[0].message_th = kBroken; }},
                    Lie{"Utf8OfAValue", [](Reply& r) { r.judgement.findings[0].values["x"] = kBroken; }},
                    Lie{"Utf8OfTheReason", [](Reply& r) { r.judgement.score_reason = kBroken; }},
                    Lie{"ManyPages", [](Reply& r) { r.record.page_count = 2'000'000; }},
                    Lie{"FewerPages", [](Reply& r) { r.record.page_count = 2; }},
                    Lie{"NegativePages", [](Reply& r) { r.record.page_count = -1; }},
                    Lie{"PageOutside", [](Reply& r) { r.record.cells[0].at.page_no = 4; }},
                    Lie{"PageBelow", [](Reply& r) { r.record.scores[0].at.page_no = -1; }},
                    Lie{"PageNought", [](Reply& r) { r.record.pages[0].page_no = 0; }},
                    Lie{"AttachedUnderAPath", [](Reply& r) { r.record.attached[0].name = "../x.pdf"; }},
                    Lie{"AttachedWithoutAName", [](Reply& r) { r.record.attached[0].name.clear(); }},
                    Lie{"AttachedUnderOneName",
                        [](Reply& r) { r.record.attached[0].name = r.record.attached[1].name; }},
                    Lie{"AttachedUnderALongName", [](Reply& r) { r.record.attached[0].name = std::string(1000, 'a'); }},
                    Lie{"AttachedNowhere", [](Reply& r) { r.record.attached[0].place = 0; }},
                    Lie{"AttachedWithoutAHash", [](Reply& r) { r.record.attached[0].sha256.clear(); }},
                    Lie{"AttachedWithNoHash", [](Reply& r) { r.record.attached[0].sha256 = "../x"; }},
                    Lie{"AttachedOfANegativeSize", [](Reply& r) { r.record.attached[0].size = -1; }},
                    Lie{"AttachedTooLarge", [](Reply& r) { r.record.attached[0].size = 150'000'000; }},
                    Lie{"AttachedTooMany",
                        [](Reply& r) {
                          for (int i = 0; i < 49; ++i)
                            r.record.attached.push_back({i + 9, std::to_string(i), std::string(64, 'c'), 1});
                        }},
                    Lie{"LinkOutside", [](Reply& r) { r.record.links[0].page_no = 99; }},
                    Lie{"BoxNan", [](Reply& r) { r.record.paragraphs[0].at.box.x1 = kNan; }},
                    Lie{"BoxInfinite", [](Reply& r) { r.record.agency_at->box.y0 = kInfinite; }},
                    Lie{"LinkBox", [](Reply& r) { r.record.links[0].box.x0 = -kInfinite; }},
                    Lie{"WidthNan", [](Reply& r) { r.record.pages[0].width = kNan; }},
                    Lie{"ScoreNan", [](Reply& r) { r.record.scores[0].value = kNan; }},
                    Lie{"Confidence", [](Reply& r) { r.record.cells[0].at.confidence = 1.5; }},
                    Lie{"RowSpan", [](Reply& r) { r.record.cells[0].row_span = std::numeric_limits<int>::max(); }},
                    Lie{"NoColumns", [](Reply& r) { r.record.cells[0].col_span = 0; }},
                    Lie{"RowNumber", [](Reply& r) { r.record.cells[1].row_no = std::numeric_limits<int>::max(); }},
                    Lie{"ColumnBelow", [](Reply& r) { r.record.cells[1].col_no = -1; }},
                    Lie{"Times", [](Reply& r) { r.record.damages[0].times = 2'000'000'000; }},
                    Lie{"Year", [](Reply& r) { r.record.fiscal_year = -2567; }},
                    Lie{"IssueOfAFinding", [](Reply& r) { r.judgement.findings[0].issue_no = 1 << 30; }},
                    Lie{"SuggestedScore", [](Reply& r) { r.judgement.suggested_score = 101; }},
                    Lie{"Code", [](Reply& r) { r.judgement.findings[0].code = "<script>"; }},
                    Lie{"Step", [](Reply& r) { r.step = "<script>"; }},
                    Lie{"ErrorCode", [](Reply& r) { r.record.error_code = "a b"; }},
                    Lie{"Seconds", [](Reply& r) { r.seconds = kNan; }}),
    [](const testing::TestParamInfo<Lie>& lie) { return lie.param.what; });

TEST(Vetting, PagesAreToldWithinTheDocument) {
  Reply page;
  page.kind = Reply::Kind::page;
  page.page_no = 2;
  page.page_count = 2;
  EXPECT_EQ(fault_of(page, {}), std::nullopt);
  page.page_no = 3;
  EXPECT_TRUE(fault_of(page, {}));
  page.page_count = 1'000'000;
  EXPECT_TRUE(fault_of(page, {}));
}

// A measuring process tells how many pages a file has; they are added up.
TEST(Vetting, WhatWasMeasuredIsWithinBounds) {
  Reply measured;
  measured.kind = Reply::Kind::done;
  measured.page_count = 12;
  measured.scanned_pages = 12;
  const Job measure{Job::Kind::measure, {}, {}};
  EXPECT_EQ(fault_of(measured, measure), std::nullopt);
  for (const auto& [pages, scanned] : {std::pair{12, 13}, {12, -1}, {-12, 0}, {2'000'000'000, 0}}) {
    measured.page_count = pages;
    measured.scanned_pages = scanned;
    EXPECT_TRUE(fault_of(measured, measure)) << pages << ' ' << scanned;
  }
}

TEST(Vetting, AJudgementIsHeldAgainstTheRecordThatWasJudged) {
  Job judge{Job::Kind::judge, {}, samples::record()};
  Reply reply;
  reply.kind = Reply::Kind::done;
  reply.judgement = samples::judgement();
  EXPECT_EQ(fault_of(reply, judge), std::nullopt);
  judge.record.page_count = 0;
  EXPECT_TRUE(fault_of(reply, judge));
}

TEST(Vetting, AnHonestSenderMendsBrokenBytesOfAFile) {
  Reply reply = sound();
  reply.record.links[0].url = "https://x.example/\xE4";
  reply.record.error = kBroken;
  reply.judgement.findings[0].values["name"] = "\xFF.pdf";
  make_valid_text(reply);
  EXPECT_EQ(fault_of(reply, {}), std::nullopt);
  EXPECT_EQ(reply.record.links[0].url, "https://x.example/\xEF\xBF\xBD");
}

}  // namespace
}  // namespace prongsai::workers
