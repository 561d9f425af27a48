// A database that its reader may not write to: whatever only reads works and says the same, whatever writes says why
// not.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "pipeline/store/review/accounts.hpp"
#include "pipeline/store/store.hpp"
#include "tests/cli/review_program.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

using Words = std::vector<std::string>;

// Names of what may not be written to, with the rights of the file and of its folder.
struct Closed {
  const char* name;
  fs::perms file;
  fs::perms folder;
};

class ClosedDatabaseTest : public testing::Test {
 protected:
  ClosedDatabaseTest() {
    fs::permissions(folder_.path(), fs::perms(0777));
    fs::create_directory(place());
    {
      store::Store store(db(), store::Open::create);
      store.save({samples::submission("/a/one.pdf"), samples::record(), samples::judgement(), "judge-1",
                  store::ExtractionFacts{"0.1.0", "data-1"}});
    }
    can_run_ = Program(folder_.path(), {"--version"}, User::without_rights).finish().status == 0;
  }
  ~ClosedDatabaseTest() override { fs::permissions(place(), fs::perms(0755)); }

  void SetUp() override {
    if (!can_run_) GTEST_SKIP() << "another user may not run the program where it lies";
  }

  void close_it(const Closed& rights) const {
    fs::permissions(db(), rights.file);
    fs::permissions(place(), rights.folder);
  }
  Outcome run(Words arguments, User user = User::without_rights) {
    arguments.insert(arguments.end(), {"--db", db()});
    return Program(folder_.path(), arguments, user).finish();
  }
  // Folders for what is written elsewhere; everybody may write to them.
  [[nodiscard]] std::string out(const std::string& name) const {
    const fs::path made = folder_.path() / name;
    fs::create_directories(made);
    fs::permissions(made, fs::perms(0777));
    return made / "x";
  }
  [[nodiscard]] fs::path place() const { return folder_.path() / "closed"; }
  [[nodiscard]] std::string db() const { return place() / "year.db"; }

  samples::TempFolder folder_;
  bool can_run_ = false;
};

class ReadOnlyTest : public ClosedDatabaseTest, public testing::WithParamInterface<Closed> {};
class ReadOnlyFolderTest : public ClosedDatabaseTest {};

const Closed kFile = {"File", fs::perms(0444), fs::perms(0777)};
const Closed kFolder = {"Folder", fs::perms(0444), fs::perms(0555)};

TEST_P(ReadOnlyTest, WhatOnlyReadsSaysTheSame) {
  const std::vector<Words> asked = {{"findings"},
                                    {"findings", "--format", "csv"},
                                    {"findings", "--code", "wrong_year"},
                                    {"show", "1"},
                                    {"status"},
                                    {"status", "--json"},
                                    {"users", "list"},
                                    {"users", "log"},
                                    {"export", "--format", "jsonl", "--out", "-"}};
  std::vector<Outcome> before;
  for (const Words& words : asked) before.push_back(run(words, User::own));
  close_it(GetParam());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const Outcome now = run(asked[i]);
    EXPECT_EQ(now.status, before[i].status) << testing::PrintToString(asked[i]) << now.err;
    EXPECT_EQ(now.out, before[i].out) << testing::PrintToString(asked[i]);
    EXPECT_EQ(now.err, before[i].err) << testing::PrintToString(asked[i]);
  }
}

TEST_P(ReadOnlyTest, ItIsExportedMergedAndShown) {
  close_it(GetParam());
  for (const std::string format : {"csv", "datapackage", "jsonl", "sqlite", "xlsx"}) {
    const Outcome outcome = run({"export", "--format", format, "--agency", "บ้าน", "--out", out(format)});
    EXPECT_EQ(outcome.status, 0) << format << ": " << outcome.err;
  }
  const Outcome merged = Program(folder_.path(), {"merge", out("merged"), db()}, User::without_rights).finish();
  EXPECT_EQ(merged.status, 0) << merged.err;

  ReviewProgram review(folder_.path(), db(), {"--read-only"}, User::without_rights);
  const DeskClient client(review.port());
  for (const char* path : {"/api/v1/overview", "/api/v1/submissions", "/api/v1/submissions/1", "/api/v1/findings"}) {
    client.ask(std::string("GET ") + path);
    EXPECT_THAT(client.answer(), HasSubstr("200 OK")) << path;
  }
  EXPECT_EQ(review.end(SIGTERM).status, 0);
}

TEST_P(ReadOnlyTest, WhatWritesSaysWhyNot) {
  close_it(GetParam());
  const std::string why = db() + " cannot be written to: check its permissions and those of its folder";
  for (const Words& words : {Words{"check"}, Words{"ingest", "/a", "--model", "none"}, Words{"users", "add", "สมศรี"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 5) << words[0];
    EXPECT_THAT(outcome.err, EndsWith("prongsai: " + why + "\n")) << words[0];
  }
  const Outcome review = run({"review", "--port", "0"});
  EXPECT_EQ(review.status, 5);
  EXPECT_EQ(review.err, "prongsai: " + why + "; --read-only shows it without changing it\n");
}

INSTANTIATE_TEST_SUITE_P(Rights, ReadOnlyTest, testing::Values(kFile, kFolder),
                         [](const auto& one) { return std::string(one.param.name); });

// While its owner writes, its readers see what is saved so far.
TEST_F(ReadOnlyFolderTest, ItIsReadWhileItsOwnerWrites) {
  store::Store owner(db(), store::Open::existing);
  for (const char* end : {"-wal", "-shm"}) fs::permissions(db() + end, fs::perms(0644));
  close_it({"", fs::perms(0644), fs::perms(0555)});
  EXPECT_THAT(run({"status", "--json"}).err + run({"findings"}).out, HasSubstr("\n2 findings\n"));
  owner.database().exec("DELETE FROM finding");
  EXPECT_THAT(run({"findings"}).out, StartsWith("Nothing was flagged."));
}

// The journal of a writer that was killed, which only who may write to the folder can take up.
TEST_F(ReadOnlyFolderTest, AJournalThatWaitsIsTold) {
  {
    const store::Store owner(db(), store::Open::existing);
    SQLite::Database writer(db(), SQLite::OPEN_READWRITE);
    writer.exec("DELETE FROM finding");
    fs::copy_file(db(), db() + ".copy");
    fs::copy_file(db() + "-wal", db() + ".copy-wal");
  }
  fs::rename(db() + ".copy", db());
  fs::rename(db() + ".copy-wal", db() + "-wal");
  fs::permissions(db() + "-wal", fs::perms(0444));
  close_it(kFolder);
  for (const Words& words :
       {Words{"findings"}, Words{"export", "--format", "jsonl", "--out", "-"}, Words{"users", "list"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 5) << words[0];
    EXPECT_THAT(outcome.err, HasSubstr(db() + ": a part of it stands in " + db() + "-wal, which needs the right"))
        << words[0];
  }
}

// Accounts are their owner's alone, also where they may not be changed.
TEST_F(ReadOnlyFolderTest, AccountsAreListedButNobodyLogsIn) {
  const fs::path file = store::Accounts::file_of(db());
  {
    store::Accounts accounts(file);
    accounts.add({"สมศรี", store::Role::lead, "none", ""});
    accounts.log_login("สมศรี", "127.0.0.1", false);
  }
  ASSERT_TRUE(geteuid() != 0 || chown(file.c_str(), 65534, 65534) == 0);
  fs::permissions(file, fs::perms(0400));
  close_it(kFolder);
  EXPECT_THAT(run({"users", "list"}).out, HasSubstr("สมศรี"));
  EXPECT_THAT(run({"users", "log"}).out, HasSubstr("REFUSED"));
  const Outcome review = run({"review", "--port", "0", "--read-only"});
  EXPECT_EQ(review.status, 5);
  EXPECT_THAT(review.err, HasSubstr(file.string() + " cannot be written to"));
  EXPECT_THAT(review.err, EndsWith("; logins are kept there\n"));
}

}  // namespace
}  // namespace prongsai::tests
