// A letter that is sent: kept as it went, told when the review goes on, taken back, a document that others can read.
#include <SQLiteCpp/SQLiteCpp.h>
#include <re2/re2.h>

#include <cstdlib>

#include "extractors/text/data/data_file.hpp"
#include "pipeline/review/letter/letter_words.hpp"
#include "pipeline/store/merge.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

class LettersTest : public DeskTest {
 protected:
  void decide_all(Browser& browser, const std::string& way) const {
    const json report = browser.get(at());
    for (const json& finding : report["findings"]) browser.decide(finding, way);
  }
  json send(Browser& browser, const json& state, int status = 200) const {
    return browser.post(
        at("/letter"),
        {{"all", false}, {"number", "ทท 0012/45"}, {"sent_on", "2025-01-31"}, {"digest", state["digest"]}}, status);
  }
  static std::string page(Browser& browser, const std::string& path) { return browser.client().Get(path)->body; }
};

TEST_F(LettersTest, WhatWasSentStaysAsItWentAndTellsWhenTheReviewGoesOn) {
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get(at("/letter"))["finished"], false);
  send(browser, browser.get(at("/letter")), 422);  // a draft
  decide_all(browser, "confirmed");
  const json state = browser.get(at("/letter"));
  EXPECT_EQ(state["finished"], true);
  const std::string key = send(browser, state)["letter"];
  EXPECT_THAT(page(browser, "/letter/" + key), HasSubstr("ที่ ทท 0012/45"));
  EXPECT_THAT(page(browser, "/letter/" + key), HasSubstr("31 มกราคม 2568"));
  EXPECT_EQ(browser.get("submissions?letter=sent")["total"], 1);
  EXPECT_EQ(browser.get("submissions")["rows"][0]["letter"], "sent");
  {
    store::Store store(options_.db, store::Open::existing);  // some time ago
    store.database().exec("UPDATE letter SET sent_at = '2025-01-31T08:00:00Z'");
  }
  const std::string before = page(browser, "/letter/" + key);
  decide_all(browser, "dismissed");
  EXPECT_EQ(page(browser, "/letter/" + key), before);
  EXPECT_EQ(browser.get("submissions?letter=changed")["total"], 1);
  EXPECT_EQ(browser.get(at())["letters"][0]["changed"], 1);
  send(browser, state, 409);  // not the letter that was shown
}

TEST_F(LettersTest, TellsWhoSendsItAndUntilWhenAnAnswerIsWanted) {
  options_.sender = "สำนักงานคณะกรรมการ & ทดสอบ";
  options_.reply_days = 15;
  const Running server(options_);
  Browser browser(server.port());
  const std::string report = "/report/" + std::to_string(id_);
  decide_all(browser, "confirmed");
  EXPECT_THAT(page(browser, report), HasSubstr("ส่วนราชการ สำนักงานคณะกรรมการ &amp; ทดสอบ"));
  EXPECT_THAT(page(browser, report), HasSubstr("ภายในวันที่ "));
  EXPECT_THAT(page(browser, report + "?due=2025-03-01"), HasSubstr("ภายในวันที่ 1 มีนาคม 2568"));
  EXPECT_THAT(page(browser, report + "?due="), Not(HasSubstr("ฉบับใหม่ภายในวันที่")));
  EXPECT_THAT(page(browser, report + "?due=%22%3E%3Cb%3E"), Not(HasSubstr("\"><b>")));
  const json state = browser.get(at("/letter"));
  json body = {{"all", false}, {"number", ""}, {"sent_on", "2025-01-20"}, {"digest", state["digest"]}};
  const std::string key = browser.post(at("/letter"), body)["letter"];
  EXPECT_THAT(page(browser, "/letter/" + key), HasSubstr("ภายในวันที่ 4 กุมภาพันธ์ 2568")) << "of its own date";
  body["due_on"] = "2025-13-01";
  browser.post(at("/letter"), body, 422);
  body["due_on"] = "2025-03-31";
  const std::string other = browser.post(at("/letter"), body)["letter"];
  EXPECT_THAT(page(browser, "/letter/" + other), HasSubstr("ภายในวันที่ 31 มีนาคม 2568"));
  decide_all(browser, "dismissed");
  EXPECT_THAT(page(browser, report), Not(HasSubstr("ภายในวันที่"))) << "nothing is to be mended";
}

TEST_F(LettersTest, SaysOfAFileWhatIsAmissAndNotHowItWasRead) {
  {
    store::Store store(options_.db, store::Open::existing);
    store.database().exec(
        "UPDATE finding SET code = 'unreadable_page', message_th = 'หน้า 1 มีเนื้อหาแต่อ่านไม่ได้', evidence = 'a scanned "
        "picture without a text layer; no recogniser to read it with'");
  }
  options_.data_folder = fs::path(PRONGSAI_SOURCE_DIR) / "data";
  const Running server(options_);
  Browser browser(server.port());
  const json finding = browser.get(at())["findings"][0];
  EXPECT_THAT(finding["evidence"].get<std::string>(), HasSubstr("no recogniser"));
  EXPECT_EQ(finding["evidence_th"], "เป็นภาพสแกน ไม่มีชั้นข้อความ; ไม่ได้เปิดใช้ OCR");
  EXPECT_EQ(browser.get("findings")["rows"][0]["evidence_th"], finding["evidence_th"]);
  EXPECT_EQ(browser.get("findings/causes")["rows"][0]["evidence_th"], finding["evidence_th"]);
  decide_all(browser, "confirmed");
  const std::string letter = page(browser, "/report/" + std::to_string(id_));
  EXPECT_THAT(letter, HasSubstr("หน้า 1 มีเนื้อหาแต่อ่านไม่ได้"));
  EXPECT_THAT(letter, Not(HasSubstr("recogniser")));
}

// Of each kind of such a finding, as data/messages words it.
TEST_F(LettersTest, NoWordOfALibraryComesIntoALetter) {
  const std::string said = "Couldn't read xref table (page 3, code 7)";
  const text::DataNode messages =
      text::read_data_file(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "messages" / "th.yaml").at("messages");
  const re2::RE2 of_file(
      R"(damaged_file.*|encrypted_file|unsupported_file|check_failed.*|reading_deferred|low_confidence\.unpainted)");
  const Running server(options_);
  Browser browser(server.port());
  decide_all(browser, "confirmed");
  int seen = 0;
  for (const auto& [key, node] : messages.entries()) {
    if (!re2::RE2::FullMatch(key, of_file)) continue;
    std::string sentence = node.text();
    re2::RE2::GlobalReplace(&sentence, R"(\{(pages|count|check)\})", "3");
    std::string message = sentence;
    re2::RE2::Replace(&message, R"(\{evidence\})", said);
    re2::RE2::Replace(&sentence, R"((: | \()\{evidence\}\)?$)", "");
    {
      store::Store store(options_.db, store::Open::existing);
      SQLite::Statement change(store.database(), "UPDATE finding SET code = ?1, message_th = ?2, evidence = ?3");
      change.bind(1, key.substr(0, key.find('.')));
      change.bind(2, message);
      change.bind(3, said);
      change.exec();
    }
    EXPECT_THAT(browser.get(at())["findings"][0]["message_th"].get<std::string>(), HasSubstr(said))
        << "the app tells it";
    const std::string letter = page(browser, "/report/" + std::to_string(id_));
    EXPECT_THAT(letter, HasSubstr(sentence + "<")) << key;
    EXPECT_THAT(letter, Not(HasSubstr("xref"))) << key;
    ++seen;
  }
  EXPECT_GE(seen, 12);
}

TEST_F(LettersTest, OneThatDidNotGoIsTakenBackAndKept) {
  const Running server(options_);
  Browser browser(server.port());
  decide_all(browser, "dismissed");
  const std::string key = send(browser, browser.get(at("/letter")))["letter"];
  EXPECT_EQ(browser.get("undo")["what"], "letter");
  browser.undo();
  EXPECT_EQ(browser.get("submissions?letter=none")["total"], 1);
  EXPECT_THAT(page(browser, "/letter/" + key), HasSubstr("ไม่ได้ส่งหนังสือฉบับนี้"));
  EXPECT_EQ(browser.get("history")["rows"][1]["kind"], "letter");
  EXPECT_EQ(browser.client().Get("/letter/0000000000000000")->status, 404);
}

TEST_F(LettersTest, ADateThatIsNoneIsRefused) {
  const Running server(options_);
  Browser browser(server.port());
  decide_all(browser, "dismissed");
  json body = {{"all", false}, {"number", ""}, {"digest", browser.get(at("/letter"))["digest"]}};
  for (const char* date : {"2025-02-30", "31/01/2568", "", "2025-1-1"}) {
    body["sent_on"] = date;
    browser.post(at("/letter"), body, 422);
  }
}

TEST_F(LettersTest, WordProcessorsReadIt) {
  {
    store::Store store(options_.db, store::Open::existing);
    store.database().exec(
        "UPDATE finding SET message_th = 'ก & <ข> ' || char(0x202E) || 'ค' || char(1), evidence = 'สองบรรทัด' "
        "|| char(10) || 'จบ'");
  }
  const Running server(options_);
  Browser browser(server.port());
  decide_all(browser, "confirmed");
  const auto answer = browser.client().Get("/report/" + std::to_string(id_) + ".docx");
  EXPECT_THAT(answer->get_header_value("Content-Disposition"), HasSubstr("attachment"));
  const fs::path file = folder_ / "letter.docx";
  std::ofstream(file, std::ios::binary) << answer->body;
  const fs::path read = folder_ / "letter.json";
  ASSERT_EQ(std::system((std::string("/usr/bin/python3 ") + PRONGSAI_SOURCE_DIR +
                         "/tests/unit/pipeline/review/read_docx.py " + file.string() + " > " + read.string())
                            .c_str()),
            0)
      << "python3-docx (scripts/packages) reads the letter";
  std::ifstream in(read);
  const json document = json::parse(in);
  EXPECT_THAT(document["title"].get<std::string>(), HasSubstr("แจ้งข้อสังเกต"));
  EXPECT_EQ(document["rows"].size(), 1 + browser.get(at())["findings"].size());
  EXPECT_THAT(document["rows"][1][2].get<std::string>(), HasSubstr("ก & <ข> \uFFFDค\uFFFD\n“สองบรรทัด\nจบ”"));
  EXPECT_THAT(document["paragraphs"].dump(), HasSubstr("ขอแสดงความนับถือ"));
  EXPECT_EQ(browser.client().Get("/report/" + std::to_string(id_) + ".docx")->body, answer->body);
}

TEST_F(LettersTest, AllOfAFilterComeInOneArchive) {
  const Running server(options_);
  Browser browser(server.port());
  const auto archive = [&](const char* query) { return browser.client().Get(std::string("/api/v1/letters") + query); };
  EXPECT_EQ(archive("")->status, 422) << "drafts only";
  decide_all(browser, "confirmed");
  const auto answer = archive("?year=2567");
  EXPECT_EQ(answer->status, 200);
  EXPECT_THAT(answer->body, testing::StartsWith("PK"));
  EXPECT_THAT(answer->body, HasSubstr(".docx"));
  EXPECT_EQ(archive("?year=2560")->status, 422);
}

TEST_F(LettersTest, AllOfAFilterAreMarkedAsSentAtOneStrokeAndTakenBackAsOne) {
  {
    store::Store store(options_.db, store::Open::existing);
    for (const char* path : {"/b.pdf", "/c.pdf"}) {
      Record record = samples::record();
      record.agency = std::string("สำนักงาน") + path[1];
      store.save({samples::submission(path, path), record, samples::judgement(), "judge-1", std::nullopt});
    }
  }
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get("letters/selection")["drafts"], 3);
  browser.post("letters/sent", {{"sent_on", "2025-01-31"}, {"digest", ""}}, 422);
  const json reports = browser.get("submissions");
  for (const json& report : reports["rows"]) {
    if (report["agency"] == "สำนักงานc") continue;
    const json one = browser.get("submissions/" + report["id"].dump());
    for (const json& finding : one["findings"]) browser.decide(finding, "confirmed");
  }
  const json counted = browser.get("letters/selection");
  EXPECT_EQ(counted["letters"], 2);
  EXPECT_EQ(counted["drafts"], 1);
  browser.post("letters/sent", {{"sent_on", "2025-01-31"}, {"digest", "other"}}, 409);
  browser.post("letters/sent", {{"sent_on", "31/1/2568"}, {"digest", counted["digest"]}}, 422);
  EXPECT_EQ(browser.post("letters/sent", {{"sent_on", "2025-01-31"}, {"digest", counted["digest"]}})["letters"], 2);
  EXPECT_EQ(browser.get("letters/selection")["sent"], 2);
  EXPECT_EQ(browser.get("letters/selection")["letters"], 0);
  EXPECT_EQ(browser.get("submissions?letter=sent")["total"], 2);
  EXPECT_EQ(browser.get("undo")["count"], 2);
  EXPECT_EQ(browser.undo()["taken_back"], 2);
  EXPECT_EQ(browser.get("letters/selection")["letters"], 2);
}

TEST_F(LettersTest, ItsWordsComeFromTheDataFolderAndAreChecked) {
  const fs::path file = folder_ / "letter.json";
  const fs::path given = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "review" / "letter.json";
  json words;
  std::ifstream(given) >> words;
  const auto refused = [&](const json& changed) {
    std::ofstream(file) << changed.dump();
    try {
      const LetterWords read(file);
      return std::string("nothing");
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(refused(words), "nothing");
  EXPECT_EQ(LetterWords(file).say("to_office", {"ก {} ข"}), "หัวหน้าหน่วยงาน ก {} ข");
  json less = words;
  less["words"].erase("closing");
  EXPECT_THAT(refused(less), HasSubstr("letter.json:1: \"closing\" is missing"));
  words["words"]["to_office"] = "เรียน";
  EXPECT_THAT(refused(words), HasSubstr("to_office needs {} 1 times"));
  words["words"]["to_office"] = "{}";
  words["words"]["more"] = "x";
  EXPECT_THAT(refused(words), HasSubstr("letter.json:1: unknown key \"more\"; allowed are heading, "));
}

TEST_F(LettersTest, TheDatasetOfAFilterIsAFileToKeep) {
  const Running server(options_);
  Browser browser(server.port());
  const auto file = [&](const char* path) { return browser.client().Get(std::string("/api/v1/export/") + path); };
  EXPECT_THAT(file("xlsx")->body, testing::StartsWith("PK"));
  EXPECT_THAT(file("csv")->body, HasSubstr("submission.csv"));
  EXPECT_THAT(file("datapackage")->body, HasSubstr("codebook.csv"));
  const json report = json::parse(file("jsonl?code=wrong_year")->body);
  EXPECT_EQ(report["finding"].size(), 1U) << "the findings that the filter means";
  EXPECT_EQ(file("jsonl?code=nothing")->body, "");
  EXPECT_EQ(file("sqlite")->status, 404);
}

TEST_F(LettersTest, AnOfficeOverTheYears) {
  {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / "old.pdf").string(), "older bytes");
    given.manifest.reset();
    Record record = samples::record();
    record.fiscal_year = 2566;
    store.save({given, record, samples::judgement(), "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
    store.database().exec(
        "UPDATE cell SET column_key = 'weakness', issue_no = 1, annexed_template = 0, text = "
        "'ประชาชนยังไม่ทราบช่องทาง การร้องเรียน ' || CASE WHEN id % 2 THEN '' ELSE ' ' END");
  }
  const Running server(options_);
  Browser browser(server.port());
  const std::string name = httplib::detail::encode_query_param(*samples::record().agency);
  const json office = browser.get("office?name=" + name);
  EXPECT_EQ(office["reports"].size(), 2);
  EXPECT_EQ(office["reports"][0]["fiscal_year"], 2566);
  ASSERT_EQ(office["repeated"].size(), 1) << "word for word, blanks apart";
  EXPECT_GE(office["repeated"][0]["at"].size(), 2);
  EXPECT_FALSE(office["weak"].empty());
  browser.get("office?name=nobody", 404);
}

TEST_F(LettersTest, GoesAlongWithAMerge) {
  std::string key;
  {
    const Running server(options_);
    Browser browser(server.port());
    decide_all(browser, "dismissed");
    key = send(browser, browser.get(at("/letter")))["letter"];
  }
  store::Store out(folder_ / "out.db", store::Open::create);
  for (int i = 0; i < 2; ++i) store::merge_shard(out, options_.db);
  EXPECT_EQ(out.database().execAndGet("SELECT group_concat(key) FROM letter_sent").getString(), key);
}

}  // namespace
}  // namespace prongsai::review
