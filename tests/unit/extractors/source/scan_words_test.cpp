#include "extractors/source/ocr/scan_words.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "extractors/source/image/deskew.hpp"
#include "extractors/source/ocr/figure_check.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

// Reads what it is told to, signs spread evenly over the ink.
class Told : public Recogniser {
 public:
  Told(std::vector<std::string> signs, std::string figure) : signs_(std::move(signs)), figure_(std::move(figure)) {}

  LineReading read_line(const Raster& line) override {
    LineReading reading;
    const double step = (line.width() - 2.0 * margin) / static_cast<double>(signs_.size());
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      const double x = margin + step * static_cast<double>(i);
      reading.symbols.push_back({signs_[i], x, x + step, i + 1 < signs_.size() ? 0.96 : last_sureness, others});
      reading.text += signs_[i];
    }
    return reading;
  }
  LineReading read_figure(const Raster& line) override {
    figure_widths.push_back(line.width());
    LineReading reading{figure_, 0.9, {}};
    for (const char32_t c : text::to_utf32(figure_)) reading.symbols.push_back({text::to_utf8({&c, 1}), 0, 0, 0.9});
    return reading;
  }
  std::string name() const override { return "told"; }
  Trust trust() const override { return worth; }

  std::vector<int> figure_widths;
  Trust worth;
  double last_sureness = 0.96;    // of the line's last sign
  std::vector<OtherSign> others;  // of each sign

 private:
  static constexpr int margin = 16;
  std::vector<std::string> signs_;
  std::string figure_;
};

struct Printed {
  explicit Printed(const std::string& text, const std::string& font = "Laksaman")
      : lines({}), page(testing::print_lines({text}, {.font = font, .width = 300, .height = 120}).page) {
    ink = find_components(page, 128);
    letter = letter_height(ink);
    lines = cut_lines({page, ink, letter}, std::vector<int>(ink.components.size(), -1));
  }
  std::vector<Word> read(Recogniser& recogniser) { return read_words({page, ink, letter}, lines, recogniser); }

  std::vector<CutLine> lines;
  Picture page;
  InkMap ink;
  double letter = 0;
};

TEST(ReadWords, PartsAtSpacesAndPlacesInPoints) {
  Printed printed("กขค งจฉ");
  Told told({"ก", "ข", "ค", " ", "ง", "จ", "ฉ"}, "");
  const std::vector<Word> words = printed.read(told);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].text, "กขค");
  EXPECT_EQ(words[1].text, "งจฉ");
  EXPECT_TRUE(words[0].space_after);
  EXPECT_EQ(words[0].source, TextSource::ocr);
  EXPECT_EQ(words[0].chars.size(), 3U);
  EXPECT_NEAR(words[0].box.x0, 40, 2);
  EXPECT_GT(words[1].box.x0, words[0].box.x1);
  EXPECT_NEAR(words[0].confidence, 0.96, 1e-9);
  // The baseline lies at 0.73 of the box, as in a word processor's text layer.
  EXPECT_NEAR(words[0].box.y0 + 0.73 * words[0].box.height(), 60, 0.7);
}

TEST(ReadWords, AWordIsTrustedByItsLeastSureSign) {
  Printed printed("กขค");
  Told told({"ก", "ข", "ค"}, "");
  told.last_sureness = 0.7;
  EXPECT_NEAR(printed.read(told)[0].confidence, 0.7, 1e-9);
  told.worth.words = {{0.7, 0.3}, {0.96, 0.9}};
  EXPECT_NEAR(printed.read(told)[0].confidence, 0.3, 1e-9);
}

TEST(ReadWords, AFigureIsTrustedAsFiguresAreAndADisputedOneLess) {
  Printed printed("๙๘.๓๔");
  Told agreeing({"๙", "๘", ".", "๓", "๔"}, "98.34"), differing({"๙", "๘", ".", "๓", "๔"}, "98.84");
  for (Told* told : {&agreeing, &differing}) told->worth = {{{0.5, 0.1}}, {{0.5, 0.97}}, 0.2};
  EXPECT_NEAR(printed.read(agreeing)[0].confidence, 0.97, 1e-9);
  EXPECT_NEAR(printed.read(differing)[0].confidence, 0.2, 1e-9);
}

TEST(ReadWords, ASignOfTwoCodePointsHasTwoBoxes) {
  Printed printed("กำ");
  Told told({"ก", "ำ"}, "");
  EXPECT_EQ(printed.read(told)[0].chars.size(), 2U);
}

TEST(ReadWords, AgreeingFiguresKeepTheirConfidence) {
  Printed printed("๙๘.๓๔");
  Told told({"๙", "๘", ".", "๓", "๔"}, "98.34");
  const std::vector<Word> words = printed.read(told);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].alternative, "");
  EXPECT_GT(words[0].confidence, 0.9);
}

TEST(ReadWords, AFigureReadTwoWaysIsDoubtful) {
  Printed printed("ปี๒๕๖๗");
  Told told({"ป", "ี", "๒", "๕", "๖", "๗"}, "๒๕๖๑");
  const std::vector<Word> words = printed.read(told);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].text, "ปี๒๕๖๑") << "the reader of figures is right more often";
  EXPECT_EQ(words[0].alternative, "ปี๒๕๖๗");
  EXPECT_EQ(words[0].chars.size(), 6U);
  EXPECT_LT(words[0].confidence, 0.5);
}

TEST(ReadWords, TheSecondReadingIsNotTakenWhenItMissesADigit) {
  Printed printed("๒๕๖๗");
  Told told({"๒", "๕", "๖", "๗"}, "๒๕๖");
  const std::vector<Word> words = printed.read(told);
  EXPECT_EQ(words[0].text, "๒๕๖๗");
  EXPECT_EQ(words[0].alternative, "๒๕๖");
  EXPECT_LT(words[0].confidence, 0.5);
}

TEST(ReadWords, AFigureSpoiltByOneSignIsReadAnew) {
  struct Case {
    const char* printed;
    std::vector<std::string> signs;
    const char* figure;
    const char* text;
  };
  const Case cases[] = {{"๙๔.๗๙", {"๙", "๔", ".", "๗", "ศ", "๙"}, "๙๔.๗๙", "๙๔.๗๙"},
                        {"(2)", {"(", "@", ")"}, "(2)", "(2)"},
                        {"๓)", {"๓", "า"}, "๓)", "๓)"},
                        {"5ส", {"5", "ส"}, "5", "5ส"}};
  for (const auto& c : cases) {
    Printed printed(c.printed);
    Told told(c.signs, c.figure);
    EXPECT_EQ(printed.read(told).front().text, c.text) << c.printed;
  }
}

TEST(ReadWords, TheSecondReadingSeesTheFigureAlone) {
  Printed printed("คะแนน ๙๕ ดีมาก");
  Told told({"ค", "ะ", "แ", "น", "น", " ", "๙", "๕", " ", "ด", "ี", "ม", "า", "ก"}, "๙๕");
  (void)printed.read(told);
  ASSERT_EQ(told.figure_widths.size(), 1U);
  EXPECT_LT(told.figure_widths[0], 4.5 * printed.letter);
}

TEST(ReadWords, APointThatThePageShowsAfterAListNumberIsRestored) {
  const auto first_word = [](const std::string& printed_text) {
    Printed printed(printed_text);
    Told told({"2", " ", "ก", "ข", "ค"}, "2");
    return printed.read(told).front().text;
  };
  EXPECT_EQ(first_word("2. กขค"), "2.");
  EXPECT_EQ(first_word("2 กขค"), "2");
}

// "IT" is read of "IIT" where the strokes are fine, and as surely as if it were so.
TEST(ReadWords, AStrokeThatThePageShowsAmongCapitalsIsRestored) {
  struct Case {
    const char* printed;
    std::vector<std::string> signs;
    const char* text;
  };
  const Case cases[] = {
      {"IIT", {"I", "T"}, "IIT"},        {"(IIT)", {"(", "I", "T", ")"}, "(IIT)"},
      {"EIIT", {"E", "I", "T"}, "EIIT"}, {"IIT", {"I", "I", "T"}, "IIT"},
      {"IT", {"I", "T"}, "IT"},          {"ITA", {"I", "T", "A"}, "ITA"},
      {"IIT", {"E", "T"}, "ET"},        // no stroke was read: it cannot be told what the ink shows
      {"OIT", {"I", "T"}, "IT"},        // what is missing is no stroke
      {"IIT", {"I", "E", "T"}, "IET"},  // one piece for two signs: they are grown together, or misread
  };
  for (const auto& c : cases) {
    Printed printed(c.printed, "Garuda");
    Told told(c.signs, "");
    const std::vector<Word> words = printed.read(told);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].text, c.text) << c.printed;
    EXPECT_EQ(words[0].chars.size(), text::to_utf32(c.text).size());
  }
}

TEST(FigureValue, FoldsDigitsAndDropsWhatIsNoValue) {
  const std::pair<const char*, const char*> cases[] = {{"๙๘.๓๔", "98.34"},
                                                       {"(๑)", "1"},
                                                       {"2.", "2"},
                                                       {"1,234.50", "1,234.50"},
                                                       {"๓๓/๒๕๖๖", "33/2566"},
                                                       {"95%", "95%"},
                                                       {".5", "5"},
                                                       {"๑๒-๑๓", "12-13"},
                                                       {"", ""},
                                                       {"ก", ""}};
  for (const auto& [text, value] : cases) EXPECT_EQ(figure_value(text), value) << text;
}

TEST(Replay, GivesBackWhatWasRecorded) {
  const auto file = testing::temporary_file("readings.jsonl");
  Printed printed("คะแนน ๙๕");
  const std::vector<std::string> signs = {"ค", "ะ", "แ", "น", "น", " ", "๙", "๕"};
  auto recorder = make_recorder(std::make_unique<Told>(signs, "๙๑"), file);
  const std::vector<Word> first = printed.read(*recorder);
  const std::vector<Word> again = printed.read(*make_replay(file));
  ASSERT_EQ(first.size(), again.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].text, again[i].text);
    EXPECT_EQ(first[i].alternative, again[i].alternative);
    EXPECT_EQ(first[i].box, again[i].box);
  }
  std::filesystem::remove(file);
}

// Keeps what another one reads.
class Overheard : public Recogniser {
 public:
  explicit Overheard(std::unique_ptr<Recogniser> reader) : reader_(std::move(reader)) {}
  LineReading read_line(const Raster& line) override { return heard = reader_->read_line(line); }
  LineReading read_figure(const Raster& line) override { return reader_->read_figure(line); }
  std::string name() const override { return reader_->name(); }
  Trust trust() const override { return reader_->trust(); }

  LineReading heard;

 private:
  std::unique_ptr<Recogniser> reader_;
};

// What settles a letter, and what the engine's sureness is worth, decide with a recording as they did with the engine.
TEST(Replay, GivesBackOtherSignsAndTrust) {
  const auto file = testing::temporary_file("trusted.jsonl");
  std::filesystem::remove(file);
  auto told = std::make_unique<Told>(std::vector<std::string>{"ก", "ข", "ค"}, "");
  told->others = {{"ด", 0.25}, {"ต", 0.125}};
  told->worth = {{{0.5, 0.25}, {0.96, 0.75}}, {{0.5, 0.125}}, 0.375};
  Printed printed("กขค");
  Overheard recorder(make_recorder(std::move(told), file));
  const std::vector<Word> first = printed.read(recorder);
  Overheard replay(make_replay(file));
  const std::vector<Word> again = printed.read(replay);
  ASSERT_EQ(first.size(), 1U);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_DOUBLE_EQ(first[0].confidence, 0.75);
  EXPECT_DOUBLE_EQ(again[0].confidence, 0.75);
  ASSERT_EQ(replay.heard.symbols.size(), 3U);
  for (const Symbol& symbol : replay.heard.symbols) {
    ASSERT_EQ(symbol.others.size(), 2U);
    EXPECT_EQ(symbol.others[1].text, "ต");
    EXPECT_DOUBLE_EQ(symbol.others[1].confidence, 0.125);
  }
  EXPECT_EQ(replay.trust().figures, (TrustCurve{{0.5, 0.125}}));
  EXPECT_DOUBLE_EQ(replay.trust().disputed, 0.375);
  std::filesystem::remove(file);
}

TEST(Replay, RefusesAnImageThatWasNeverRecorded) {
  const auto file = testing::temporary_file("empty.jsonl");
  testing::write_file(file, "");
  Printed printed("ก");
  EXPECT_THROW((void)printed.read(*make_replay(file)), std::runtime_error);
  std::filesystem::remove(file);
}

TEST(Replay, NamesTheLineThatIsNoReading) {
  const auto file = testing::temporary_file("broken.jsonl");
  testing::write_file(file, "\n{\"hash\": \"1\"}\n");
  try {
    (void)make_replay(file);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("line 2"), std::string::npos) << error.what();
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace prongsai::source
