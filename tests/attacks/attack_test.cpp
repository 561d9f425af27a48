// The table of attacks: each is refused or contained, as the user who runs the tests and, where that is root, as
// nobody; the run's other documents read row for row as ever.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/attacks/deeds.hpp"
#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr uid_t kNobody = 65534;

// A terminal of the run's own, so that there is one to type into.
class Terminal {
 public:
  Terminal() : main_(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    grantpt(main_);
    unlockpt(main_);
    name_ = ptsname(main_);
    chown(name_.c_str(), kNobody, kNobody) == 0 || geteuid() != 0 || (abort(), false);
  }
  ~Terminal() { close(main_); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // In the child: standard input, and what /dev/tty names.
  void become_controlling() const {
    setsid();
    const int fd = open(name_.c_str(), O_RDWR);
    ioctl(fd, TIOCSCTTY, 0);
    dup2(fd, STDIN_FILENO);
  }

 private:
  int main_;
  std::string name_;
};

void become_nobody() {
  if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0) _exit(125);
}

class AttackTest : public testing::TestWithParam<bool> {
 protected:
  AttackTest() {
    const fs::path samples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";
    for (const char* name : {"aa", "evil", "zz"}) {
      const char* sample = std::string(name) == "evil" ? "e_results.pdf" : "d_narrative.pdf";
      folder_.write("in/" + std::string(name) + ".pdf", content_of(samples / sample) + "\n% " + name + "\n");
    }
    folder_.write("other.pdf", "another office's report");
    folder_.write("scratch", "");
    fs::permissions(folder_.path() / "scratch", fs::perms::all);
    if (as_nobody()) give_away();
  }

  [[nodiscard]] static bool as_nobody() { return GetParam(); }

  void give_away() {
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
      if (chown(entry.path().c_str(), kNobody, kNobody) != 0) FAIL();
    }
    if (chown(folder_.path().c_str(), kNobody, kNobody) != 0) FAIL();
  }

  // `row` "": undisturbed. Reads the three files one after the other, or two at a time.
  Outcome run(const std::string& row, int jobs = 2) {
    fs::remove(db());
    const pid_t pid = fork();
    if (pid == 0) become_program(row, jobs);
    int status = 0;
    waitpid(pid, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), "",
            content_of(folder_.path() / "err.txt")};
  }

  [[nodiscard]] std::string db() const { return folder_.path() / "x.db"; }
  [[nodiscard]] std::string in() const { return folder_.path() / "in"; }

  // What the database says of the honest documents. A row begins with its table and path; texts go over many lines.
  [[nodiscard]] std::string honest() const {
    std::string rows;
    std::istringstream all(contents_of(db()));
    bool is_honest = true;
    for (std::string line; std::getline(all, line);) {
      if (line.find('|' + in() + '/') != std::string::npos) is_honest = line.find("/evil.pdf|") == std::string::npos;
      if (is_honest) rows += line + '\n';
    }
    return rows;
  }

  samples::TempFolder folder_;

 private:
  [[noreturn]] void become_program(const std::string& row, int jobs) {
    terminal_.become_controlling();
    if (as_nobody()) become_nobody();
    const int err = open((folder_.path() / "err.txt").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(err, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    const std::map<std::string, std::string> environment = {{"LD_PRELOAD", PRONGSAI_ATTACK},
                                                            {"ATTACK", row},
                                                            {"ATTACK_DB", db()},
                                                            {"ATTACK_OTHER", folder_.path() / "other.pdf"},
                                                            {"ATTACK_SCRATCH", folder_.path() / "scratch"}};
    for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
    execl(PRONGSAI_PROGRAM, "prongsai", "ingest", in().c_str(), "--db", db().c_str(), "--progress", "none", "--model",
          "none", "--step-seconds", "5", "--jobs", std::to_string(jobs).c_str(), nullptr);
    _exit(126);
  }

  Terminal terminal_;
};

TEST_P(AttackTest, NoForbiddenDeedWorks) {
  ASSERT_EQ(run("").status, 0);
  const std::string calm = honest();
  const Outcome outcome = run("deeds");
  EXPECT_EQ(outcome.status, 3) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("its last words: worked: nothing"));
  EXPECT_EQ(honest(), calm);
}

// What it does, and what is told of it; "" where the document is read, as far as anybody can tell.
struct Row {
  const char* name;
  const char* told;
};

constexpr Row kRows[] = {{"announce", "announced a message longer than any"},
                         {"hang up", "hung up and lived on"},
                         {"silence", "made no progress for 5 seconds"},
                         {"flood", "talked too much"},
                         {"text", "is not UTF-8"},
                         {"pages", "page_no is 23"},
                         {"boxes", "box is no figure"}};

TEST_P(AttackTest, WhatATurnedReaderSaysCostsItsOwnDocumentOnly) {
  ASSERT_EQ(run("").status, 0);
  const std::string calm = honest();
  for (const Row& row : kRows) {
    const Outcome outcome = run(row.name);
    EXPECT_EQ(outcome.status, 3) << row.name << ": " << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(row.told)) << row.name;
    EXPECT_EQ(honest(), calm) << row.name;
  }
}

TEST_P(AttackTest, NoReaderTouchesTheNextDocument) {
  ASSERT_EQ(run("", 1).status, 0);
  const std::string calm = honest();
  const std::string all = contents_of(db());
  EXPECT_EQ(run("falsify", 1).status, 0);
  EXPECT_EQ(honest(), calm);
  EXPECT_NE(contents_of(db()), all) << "the attack did nothing";
}

TEST_P(AttackTest, TheDatabaseIsItsOwnersAlone) {
  ASSERT_EQ(run("").status, 0);
  for (const std::string& file : {db(), db() + ".log"}) {
    struct stat about {};
    ASSERT_EQ(stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(As, AttackTest, geteuid() == 0 ? testing::Values(false, true) : testing::ValuesIn({false}),
                         [](const auto& as) { return as.param ? "Nobody" : "WhoeverRunsThis"; });

// The table can fail: outside the sandbox the same deeds work.
TEST(Deeds, WorkOutsideTheSandbox) {
  const samples::TempFolder folder;
  folder.write("x.db", "");
  folder.write("other.pdf", "");
  folder.write("scratch", "");
  const attack::Target target{getpid(), folder.path() / "x.db", folder.path() / "other.pdf", folder.path() / "scratch"};
  const std::vector<std::string> harmless = {"socket", "socketpair", "kill",    "prlimit", "fork",
                                             "passwd", "db",         "db lock", "report",  "environ",
                                             "create", "write",      "chmod",   "memfd",   "code"};
  for (const attack::Deed& deed : attack::all_deeds()) {
    if (std::find(harmless.begin(), harmless.end(), deed.name) == harmless.end()) continue;
    EXPECT_TRUE(deed.works(target)) << deed.name;
  }
}

}  // namespace
}  // namespace prongsai::tests
