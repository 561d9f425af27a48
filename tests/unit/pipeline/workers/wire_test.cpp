#include "pipeline/workers/messages/wire.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "pipeline/workers/messages/vetting.hpp"
#include "tests/unit/pipeline/store/same_record.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

TEST(Wire, CarriesAWholeReply) {
  Reply sent;
  sent.kind = Reply::Kind::done;
  sent.record = samples::record();
  sent.judgement = samples::judgement();
  sent.seconds = 1.25;
  sent.peak_kib = 300;
  const Reply got = decode_reply(encode(sent));
  EXPECT_EQ(got.kind, Reply::Kind::done);
  EXPECT_EQ(got.seconds, 1.25);
  EXPECT_EQ(got.peak_kib, 300);
  store::expect_same(got.record, sent.record);
  store::expect_same(got.judgement.findings, sent.judgement.findings);
  EXPECT_EQ(got.judgement.findings[0].values, sent.judgement.findings[0].values);
  EXPECT_EQ(got.judgement.suggested_score, 50);
  EXPECT_EQ(got.judgement.score_reason, sent.judgement.score_reason);
  EXPECT_EQ(got.judgement.score_reason_en, sent.judgement.score_reason_en);
}

TEST(Wire, CarriesAJobWithItsManifestRow) {
  Job sent{Job::Kind::judge, samples::submission(), samples::record(), {}};
  const Job got = decode_job(encode(sent));
  EXPECT_EQ(got.kind, Job::Kind::judge);
  EXPECT_EQ(got.submission.canonical_path, sent.submission.canonical_path);
  EXPECT_EQ(got.submission.sha256, sent.submission.sha256);
  EXPECT_EQ(got.submission.file_size, sent.submission.file_size);
  ASSERT_TRUE(got.submission.manifest);
  EXPECT_EQ(got.submission.manifest->published_url, sent.submission.manifest->published_url);
  EXPECT_EQ(got.submission.manifest->line, sent.submission.manifest->line);
  store::expect_same(got.record, sent.record);
}

TEST(Wire, AnExtractJobCarriesNoRecordAndPerhapsNoManifest) {
  Job sent{Job::Kind::extract, samples::submission(), {}, {}};
  sent.submission.manifest.reset();
  sent.omit = {{1, 4}, {7}, 9, 300, {{4, "why"}}, true, {{"wrong_year", "it crashes"}}, true, true};
  const Job got = decode_job(encode(sent));
  EXPECT_EQ(got.kind, Job::Kind::extract);
  EXPECT_EQ(got.omit.unpainted, sent.omit.unpainted);
  EXPECT_EQ(got.omit.unread, sent.omit.unread);
  EXPECT_EQ(got.omit.unpainted_from, 9);
  EXPECT_EQ(got.omit.unread_from, 300);
  EXPECT_EQ(got.omit.why, sent.omit.why);
  EXPECT_TRUE(got.omit.ends_for_memory);
  EXPECT_EQ(got.omit.steps, sent.omit.steps);
  EXPECT_TRUE(got.omit.all_checks);
  EXPECT_TRUE(got.omit.each_check);
  EXPECT_FALSE(got.submission.manifest);
}

TEST(Wire, RefusesWhatIsNoMessage) {
  const std::string whole = encode(Reply{});
  const std::string cases[] = {"",
                               "x",
                               whole.substr(0, whole.size() / 2),
                               whole + "x",
                               std::string("\x9f\x9f\x9f"),
                               std::string(100'000, '\x81'),
                               "\x9a\x01\x80" + std::string(2, '\0') + std::string(0x1800000, '\xf6')};
  for (const std::string& bytes : cases) EXPECT_THROW((void)decode_reply(bytes), std::runtime_error) << bytes.size();
}

TEST(Wire, RefusesAMessageWithFieldsOfAnotherKind) {
  const auto altered = [](const char* field, const nlohmann::json& value) {
    Reply reply;
    reply.kind = Reply::Kind::done;
    auto message = nlohmann::json::from_cbor(encode(reply));
    message[field] = value;
    std::string bytes;
    nlohmann::json::to_cbor(message, bytes);
    return bytes;
  };
  EXPECT_THROW((void)decode_reply(altered("kind", 17)), std::runtime_error);
  EXPECT_THROW((void)decode_reply(altered("kind", "done")), std::runtime_error);
  EXPECT_THROW((void)decode_reply(altered("record", nullptr)), std::runtime_error);
  EXPECT_THROW((void)decode_reply(altered("judgement", nlohmann::json::array())), std::runtime_error);
}

// A seed that is no message any more lets the fuzz target look at nothing but the first error.
TEST(Wire, SeedsOfTheFuzzTargetAreMessages) {
  const std::filesystem::path seeds =
      std::filesystem::path(PRONGSAI_SOURCE_DIR) / "tests" / "fuzz" / "seeds" / "wire_reply";
  for (const char* kind : {"ready", "page", "done"}) {
    std::ifstream file(seeds / (std::string(kind) + ".cbor"), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    ASSERT_NO_THROW((void)decode_reply(bytes)) << kind;
    EXPECT_EQ(fault_of(decode_reply(bytes), {}), std::nullopt) << kind;
  }
}

}  // namespace
}  // namespace prongsai::workers
