// PDFs attached to PDFs, read and stored by a whole run in this process.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline/workers/process/in_process.hpp"
#include "pipeline/workers/run/across_run.hpp"
#include "pipeline/workers/run/document_reader.hpp"
#include "pipeline/workers/run/ingest.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/said_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;
using prongsai::testing::locked_pdf;
using prongsai::testing::pdf_that_says;
using prongsai::testing::PdfFixture;
using prongsai::testing::read_file;
using prongsai::testing::ToAttach;
using prongsai::testing::with_attached;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path kData = fs::path(PRONGSAI_SOURCE_DIR) / "data";

std::string holding(const std::vector<ToAttach>& files, const std::string& text = "บันทึกข้อความนำส่ง") {
  PdfFixture page("outer.pdf");
  page.text(72, 100, text);
  return read_file(with_attached(page.path(), "holding.pdf", files));
}

class AttachedDocuments : public ::testing::Test {
 protected:
  AttachedDocuments() : store_(folder_.path() / "x.db", store::Open::create) {
    settings_.versions = {"1", "reading-1", "judging-1", "models-1", "{}"};
    settings_.judge_unread = lazy_judge(choice());
    settings_.retries.back_off = {};
  }

  static ReaderChoice choice() {
    ReaderChoice choice;
    choice.data_folder = kData;
    choice.models.model = "none";
    return choice;
  }

  // One for all tests: loading it takes long.
  static Executor& executor() {
    static const auto kExecutor = make_in_process(load_reader(choice()));
    return *kExecutor;
  }

  IngestResult run(const std::string& manifest = "") {
    auto rows = manifest.empty() ? stages::Manifest() : stages::Manifest::parse(manifest, "list.csv");
    const auto progress = make_progress(ProgressStyle::none);
    read_.clear();
    settings_.on_document = [&](const DocumentOutcome& outcome) {
      if (outcome.what != "skipped")
        read_.push_back(fs::path(outcome.source_path).filename().string() + ": " + outcome.what);
    };
    return ingest(store_, executor(), stages::find_files({folder_.path() / "in"}).files, rows, settings_, *progress);
  }

  // Rows as "a|b;c|d".
  std::string rows(const std::string& sql) {
    SQLite::Statement query(store_.database(), sql);
    std::string all;
    while (query.executeStep()) {
      all += all.empty() ? "" : ";";
      for (int i = 0; i < query.getColumnCount(); ++i) all += (i == 0 ? "" : "|") + query.getColumn(i).getString();
    }
    return all;
  }

  // Names within the folder, by path.
  std::string documents(const std::string& more = "") {
    return rows("SELECT substr(source_path, length('" + (folder_.path() / "in/").string() + "') + 1)" +
                (more.empty() ? "" : ", " + more) + " FROM submission s ORDER BY canonical_path");
  }

  samples::TempFolder folder_;
  store::Store store_;
  IngestSettings settings_;
  std::vector<std::string> read_;
};

TEST_F(AttachedDocuments, AreReadAsDocumentsOfTheirOwnUnderTheSubmissionOfTheirFile) {
  folder_.write("in/report.pdf", holding({{"แผน.pdf", pdf_that_says("แผนปฏิบัติการ")}, {"ตาราง.xlsx", "PK"}}));
  const IngestResult result =
      run("file,agency,fiscal_year,item_code,published_url\n"
          "report.pdf,สำนักงานตัวอย่าง,2567,O34,https://www.facebook.com/x\n");
  EXPECT_EQ(documents("attached_at, status, pages, agency, manifest_item_code, published_url"),
            "report.pdf||extracted|1|สำนักงานตัวอย่าง|O34|https://www.facebook.com/x;"
            "report.pdf#แผน.pdf|1|extracted|1|สำนักงานตัวอย่าง|O34|");
  EXPECT_EQ(rows("SELECT text FROM page JOIN submission s ON s.id = submission_id WHERE attached_at IS NOT NULL"),
            "แผนปฏิบัติการ");
  EXPECT_EQ(rows("SELECT evidence FROM finding WHERE code = 'unread_content' ORDER BY 1"), "ตาราง.xlsx;แผน.pdf");
  EXPECT_EQ(rows("SELECT submission_id FROM finding WHERE code = 'external_host'"), "1") << "one cause, one finding";
  EXPECT_EQ(result.counts.documents, 2);
  EXPECT_EQ(result.counts.done, 2);
}

TEST_F(AttachedDocuments, ASecondRunReadsNothing) {
  folder_.write("in/a.pdf", holding({{"x.pdf", holding({{"y.pdf", pdf_that_says("ในสุด")}})}}));
  run();
  EXPECT_EQ(documents("attached_at"), "a.pdf|;a.pdf#x.pdf|1;a.pdf#x.pdf#y.pdf|1/1");
  const std::string before = rows("SELECT id, sha256, extraction_id, saved_at FROM submission ORDER BY id");
  EXPECT_EQ(run().counts.skipped, 3);
  EXPECT_EQ(rows("SELECT id, sha256, extraction_id, saved_at FROM submission ORDER BY id"), before);
  settings_.which = Which::stale;
  EXPECT_EQ(run().counts.skipped, 3);
}

TEST_F(AttachedDocuments, ThoseThatAStoppedRunDidNotComeToAreReadByTheNext) {
  folder_.write("in/a.pdf", holding({{"x.pdf", pdf_that_says("ก")}, {"y.pdf", pdf_that_says("ข")}}));
  settings_.interrupted = [&] { return !read_.empty(); };
  EXPECT_TRUE(run().interrupted);
  EXPECT_EQ(documents(), "a.pdf");
  settings_.interrupted = nullptr;
  run();
  EXPECT_EQ(documents(), "a.pdf;a.pdf#x.pdf;a.pdf#y.pdf");
  EXPECT_EQ(read_.size(), 2U) << "the file itself was not read again";
}

TEST_F(AttachedDocuments, GoWithTheirFileWhenItChanges) {
  const std::string same = pdf_that_says("คงเดิม");
  folder_.write("in/a.pdf",
                holding({{"same.pdf", same}, {"changed.pdf", pdf_that_says("ก่อน")}, {"gone.pdf", same + "%"}}));
  run();
  folder_.write("in/a.pdf", holding({{"same.pdf", same}, {"changed.pdf", pdf_that_says("หลัง")}}, "ฉบับแก้ไข"));
  run();
  EXPECT_EQ(documents(), "a.pdf;a.pdf#changed.pdf;a.pdf#same.pdf");
  EXPECT_THAT(read_, ::testing::ElementsAre("a.pdf: extracted", "a.pdf#changed.pdf: extracted"));
  EXPECT_EQ(rows("SELECT text FROM page JOIN submission s ON s.id = submission_id WHERE source_path LIKE '%#changed%'"),
            "หลัง");
  EXPECT_EQ(rows("SELECT count(*) FROM submission_version"), "2") << "of the file, and of what changed in it";
  folder_.write("in/a.pdf", pdf_that_says("ไม่มีไฟล์แนบแล้ว"));
  run();
  EXPECT_EQ(documents(), "a.pdf");
  EXPECT_EQ(rows("SELECT count(*) FROM extraction"), "1");
  EXPECT_EQ(rows("SELECT count(*) FROM page"), "1");
}

TEST_F(AttachedDocuments, MoveWithTheirFile) {
  folder_.write("in/old/a.pdf", holding({{"x.pdf", pdf_that_says("ก")}}));
  folder_.write("in/other/a.pdf", holding({{"x.pdf", pdf_that_says("ก")}}, "อีกหน่วยงาน"));
  run();
  const std::string ids = rows("SELECT id, sha256 FROM submission ORDER BY id");
  fs::rename(folder_.path() / "in/old", folder_.path() / "in/new");
  run();
  EXPECT_TRUE(read_.empty());
  EXPECT_EQ(documents(), "new/a.pdf;new/a.pdf#x.pdf;other/a.pdf;other/a.pdf#x.pdf");
  EXPECT_EQ(rows("SELECT id, sha256 FROM submission ORDER BY id"), ids);
}

TEST_F(AttachedDocuments, ABrokenOneCostsItselfOnly) {
  const std::string sound = pdf_that_says("สมบูรณ์");
  folder_.write("in/a.pdf",
                holding({{"1.pdf", "%PDF-1.7\nthis is none"}, {"2.pdf", sound}, {"3.pdf", sound.substr(0, 60)}}));
  run();
  EXPECT_EQ(documents("status"), "a.pdf|extracted;a.pdf#1.pdf|failed;a.pdf#2.pdf|extracted;a.pdf#3.pdf|failed");
  EXPECT_EQ(rows("SELECT DISTINCT s.attached_at FROM finding f JOIN submission s ON s.id = f.submission_id "
                 "WHERE f.code = 'damaged_file' ORDER BY 1"),
            "1;3");
  EXPECT_EQ(rows("SELECT evidence FROM finding WHERE code = 'unread_content'"), "1.pdf, 2.pdf, 3.pdf")
      << "all are documents of their own";
  EXPECT_EQ(run().counts.skipped, 4) << "a failure is remembered";
}

TEST_F(AttachedDocuments, AreBoundedInDepthAndNumberAndTheRestIsNamed) {
  std::string inner = pdf_that_says("ในสุด");
  for (int depth = 3; depth > 0; --depth) inner = holding({{std::to_string(depth) + ".pdf", inner}});
  folder_.write("in/deep.pdf", inner);
  std::vector<ToAttach> many;
  for (int i = 100; i < 152; ++i) many.push_back({std::to_string(i) + ".pdf", pdf_that_says(std::to_string(i))});
  folder_.write("in/many.pdf", holding(many));
  run();
  EXPECT_EQ(rows("SELECT count(*) FROM submission WHERE source_path LIKE '%many.pdf#%'"), "50");
  EXPECT_EQ(rows("SELECT substr(s.source_path, -11), f.evidence FROM finding f JOIN submission s ON s.id = "
                 "f.submission_id WHERE f.code = 'unread_content' AND f.message_en LIKE '%were not read%' "
                 "ORDER BY s.canonical_path"),
            "1.pdf#2.pdf|3.pdf;in/many.pdf|150.pdf, 151.pdf");
  EXPECT_EQ(rows("SELECT max(length(attached_at)) FROM submission WHERE source_path LIKE '%deep%'"), "3");
}

TEST_F(AttachedDocuments, HaveNamesOfTheirOwnWhateverTheyAreCalled) {
  const auto named = [](const std::string& name) { return ToAttach{name, pdf_that_says(name)}; };
  folder_.write("in/a.pdf", holding({named("x.pdf"), named("x.pdf"), named("../../etc/x.pdf"), named("a#b\x01.pdf"),
                                     named("\xE2\x80\xAE"
                                           "fdp.exe"),
                                     named("..")}));
  run();
  EXPECT_EQ(documents(),
            "a.pdf;a.pdf#.._.._etc_x.pdf;a.pdf#_fdp.exe;a.pdf#a_b_.pdf;a.pdf#attachment;a.pdf#x (2).pdf;a.pdf#x.pdf");
}

TEST_F(AttachedDocuments, OfBytesThatAreKnownAreTakenOver) {
  const std::string report = read_file(kData / "samples" / "a_seven_issues.pdf");
  folder_.write("in/a.pdf", report);
  folder_.write("in/b.pdf", holding({{"copy.pdf", report}}));
  run("file,agency\na.pdf,สำนักงานตัวอย่าง\nb.pdf,สำนักงานตัวอย่าง\n");
  EXPECT_EQ(rows("SELECT count(*) FROM extraction"), "2");
  EXPECT_EQ(rows("SELECT count(DISTINCT text) || '/' || count(*) FROM page WHERE page_no = 1 AND submission_id <> "
                 "(SELECT id FROM submission WHERE source_path LIKE '%b.pdf')"),
            "1/2");
}

TEST_F(AttachedDocuments, OfOneFileAreNoCopiesOfEachOtherAndWhatManyAttachIsNone) {
  const std::string report = read_file(kData / "samples" / "a_seven_issues.pdf");
  const std::string letter = pdf_that_says("หนังสือเวียนของกระทรวง");
  folder_.write("in/a.pdf", read_file(with_attached(kData / "samples" / "a_seven_issues.pdf", "own.pdf",
                                                    {{"as it was.pdf", report}, {"letter.pdf", letter}})));
  folder_.write("in/b.pdf", holding({{"letter.pdf", letter}}));
  run("file,agency,fiscal_year\na.pdf,สำนักงาน ก,2567\nb.pdf,สำนักงาน ข,2567\n");
  store_.database().exec(
      "UPDATE submission SET fiscal_year = 2566, manifest_fiscal_year = 2566 WHERE source_path LIKE '%as it was%'");
  judge_across(store_, kData, "judging-1");
  EXPECT_EQ(rows("SELECT code, evidence FROM finding WHERE across = 1"), "");
  folder_.write("in/c.pdf", holding({{"copied.pdf", report}}));
  run("file,agency,fiscal_year\na.pdf,สำนักงาน ก,2567\nb.pdf,สำนักงาน ข,2567\nc.pdf,สำนักงาน ค,2567\n");
  judge_across(store_, kData, "judging-1");
  EXPECT_EQ(
      rows("SELECT DISTINCT substr(s.source_path, -16) FROM finding f JOIN submission s ON s.id = f.submission_id "
           "WHERE f.across = 1"),
      "c.pdf#copied.pdf")
      << "another office's report is a copy, attached or not";
}

TEST_F(AttachedDocuments, AreNotSaidToBeOtherThanWhatWasHandedIn) {
  const std::string other = pdf_that_says("แผนการจัดซื้อจัดจ้างของเทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2560");
  folder_.write("in/a.pdf", holding({{"other.pdf", other}}));
  folder_.write("in/b.pdf", other);
  run("file,agency,fiscal_year,item_code\na.pdf,สำนักงาน ก,2567,O34\nb.pdf,สำนักงาน ก,2567,O34\n");
  EXPECT_EQ(rows("SELECT DISTINCT substr(s.source_path, -5) FROM finding f JOIN submission s ON s.id = f.submission_id "
                 "WHERE f.code IN ('manifest_mismatch', 'unrelated_document')"),
            "b.pdf");
}

TEST_F(AttachedDocuments, OfAFileThatChangesMeanwhileAreReadWhenItStands) {
  const std::string before = holding({{"x.pdf", pdf_that_says("ก่อน")}});
  const std::string after = holding({{"x.pdf", pdf_that_says("หลัง")}});
  folder_.write("in/a.pdf", before);
  settings_.interrupted = [&] {
    if (read_.size() == 1) folder_.write("in/a.pdf", after);
    return false;
  };
  EXPECT_EQ(run().counts.deferred, 1);
  EXPECT_EQ(rows("SELECT count(*) FROM page"), "1") << "nothing is filed under other bytes";
  settings_.interrupted = nullptr;
  run();
  EXPECT_EQ(rows("SELECT text FROM page JOIN submission s ON s.id = submission_id WHERE attached_at IS NOT NULL"),
            "หลัง");
  EXPECT_EQ(rows("SELECT count(*) FROM deferral"), "0");
}

TEST_F(AttachedDocuments, OfALockedFileAreNotReadAndOfOneWithAnOwnerPasswordAre) {
  folder_.write("holding.pdf", holding({{"x.pdf", pdf_that_says("ก")}}));
  folder_.write("in/locked.pdf", read_file(locked_pdf(folder_.path() / "holding.pdf", "locked.pdf", "secret")));
  folder_.write("in/open.pdf", read_file(locked_pdf(folder_.path() / "holding.pdf", "open.pdf", "")));
  run();
  EXPECT_EQ(documents("error_code"), "locked.pdf|encrypted_file;open.pdf|;open.pdf#x.pdf|");
}

TEST_F(AttachedDocuments, AreReadAnewWithTheirFileByANewerProgram) {
  folder_.write("in/a.pdf", holding({{"x.pdf", pdf_that_says("ก")}}));
  run();
  settings_.versions.reading = "reading-2";
  settings_.which = Which::stale;
  run();
  EXPECT_EQ(read_.size(), 2U);
  EXPECT_EQ(rows("SELECT DISTINCT data_version FROM extraction"), "reading-2");
}

// The file is of a database that knew no attached documents.
TEST_F(AttachedDocuments, OfAFileReadByAnOlderProgramAreNotLost) {
  folder_.write("in/a.pdf", holding({{"x.pdf", pdf_that_says("ก")}}));
  run();
  store_.database().exec("DELETE FROM submission WHERE attached_at IS NOT NULL");
  store_.database().exec("DELETE FROM attached_document");
  settings_.versions.reading = "reading-2";
  settings_.which = Which::stale;
  run();
  EXPECT_EQ(documents(), "a.pdf;a.pdf#x.pdf");
}

}  // namespace
}  // namespace prongsai::workers
