#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/source/pdf/pdf.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using testing::RawPdf;

constexpr std::u32string_view kLetters = U"0123456789.กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหฬอฮABCDEFGHIJKLMNOPQRSTUVWXYZ·";

std::string hex(std::u32string_view text) {
  std::string codes = "<";
  for (const char32_t c : text) {
    char code[8];
    std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(kLetters.find(c) + 1));
    codes += code;
  }
  return codes + ">";
}

// A text object: `y` is the baseline, upwards from the page's foot.
std::string show(double x, double y, double size, std::u32string_view text) {
  char place[96];
  std::snprintf(place, sizeof place, "BT /F %.1f Tf %.1f %.1f Td ", size, x, y);
  return place + hex(text) + " Tj ET\n";
}

struct Seen {
  std::string text;  // words, a blank between
  std::vector<Aside> asides;

  [[nodiscard]] std::string aside(Aside::Kind kind) const {
    std::string all;
    for (const Aside& aside : asides) {
      if (aside.kind == kind) all += (all.empty() ? "" : "|") + aside.text;
    }
    return all;
  }
};

class PageSight : public ::testing::Test {
 protected:
  // `more`: entries of the page's dictionary; `resources`: of its resources.
  Seen see(const std::string& content, const std::string& resources = "", const std::string& more = "") {
    std::vector<RawPdf::Code> codes;
    for (const char32_t letter : kLetters) codes.push_back({letter, 500});
    const std::string font = raw_.font(codes);
    raw_.page(content, "/Resources << /Font << /F " + font + " >> " + resources + " >> " + more);
    auto pdf = Pdf::open(raw_.path());
    EXPECT_TRUE(pdf.ok());
    Seen seen;
    for (const Word& word : pdf.value().words(1)) seen.text += (seen.text.empty() ? "" : " ") + word.text;
    seen.asides = pdf.value().asides(1);
    return seen;
  }
  // The font, once more, for a form or an appearance.
  std::string fonts() {
    std::vector<RawPdf::Code> codes;
    for (const char32_t letter : kLetters) codes.push_back({letter, 500});
    return "/Resources << /Font << /F " + raw_.font(codes) + " >> >>";
  }

  RawPdf raw_{"sight.pdf"};
  const std::string print_ =
      show(50, 700, 16, U"กลมงานพสด") + show(50, 670, 16, U"นโยบายแผน") + show(50, 640, 16, U"88.81");
};

// As a flipped bit leaves it: what stands there would go to the coordinator as a place that is none.
TEST_F(PageSight, PlacesBeyondAnyPageAreBroughtToTheEndOfWhatCanBe) {
  const Seen seen = see(
      show(60, 700, 12, U"กขค") + show(60, 300000000000000, 12, U"OIT") + show(-300000000000000, 300, 12, U"IIT"), "",
      "/Annots [<< /Type /Annot /Subtype /Link /Rect [10 10 300000000000000 20] "
      "/A << /S /URI /URI (http://example.org/) >> >>]");
  ASSERT_FALSE(seen.asides.empty());
  const auto is_near = [](const Box& box) {
    constexpr double farthest = 1e6;
    return std::min({box.x0, box.y0}) >= -farthest && std::max({box.x1, box.y1}) <= farthest;
  };
  for (const Aside& aside : seen.asides) EXPECT_TRUE(is_near(aside.box)) << aside.text;
  const auto links = Pdf::open(raw_.path()).value().links(1);
  ASSERT_EQ(links.size(), 1U);
  EXPECT_TRUE(is_near(links[0].box));
}

TEST_F(PageSight, PlainTextIsAllSeen) {
  const Seen seen = see(print_);
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, TextUnderAWhiteBoxIsHiddenAndTheTextOverItSeen) {
  const Seen seen =
      see(print_ + show(200, 640, 16, U"79.40") + "1 g 195 632 80 22 re f 0 g\n" + show(200, 640, 16, U"93.57"));
  EXPECT_NE(seen.text.find("93.57"), std::string::npos);
  EXPECT_EQ(seen.text.find("79.40"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::hidden), "79.40");
}

TEST_F(PageSight, ABoxDrawnBeforeTheTextHidesNothing) {
  const Seen seen = see("0.9 g 40 620 400 120 re f 0 g\n" + print_);
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, AGlassyBoxHidesNothing) {
  const Seen seen = see(print_ + "/G gs 1 1 0 rg 40 632 200 22 re f\n", "/ExtGState << /G << /ca 0.4 >> >>");
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
}

TEST_F(PageSight, WhiteOnPaperIsHiddenAndWhiteOnADarkFieldSeen) {
  const Seen seen = see(print_ + "1 1 1 rg " + show(50, 600, 16, U"66.66") + "0 0 0.4 rg 40 560 200 25 re f 1 1 1 rg " +
                        show(50, 566, 16, U"IITEIT"));
  EXPECT_EQ(seen.text.find("66.66"), std::string::npos);
  EXPECT_NE(seen.text.find("IITEIT"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::hidden), "66.66");
}

TEST_F(PageSight, FullInkOfASpotColourIsDark) {
  const Seen seen = see(
      "/S cs 1 scn " + print_,
      "/ColorSpace << /S [/Separation /Spot /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>");
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

// The q of a page go deeper than is kept: what was set before the deepest ones stands when their Q have come.
TEST_F(PageSight, StatesBeyondTheDeepestKeptOneEndWithTheirOwn) {
  std::string deep;
  for (int i = 0; i < 230; ++i) deep += "q ";
  deep += "1 g ";
  for (int i = 0; i < 70; ++i) deep += "q ";
  for (int i = 0; i < 70; ++i) deep += "Q ";
  const Seen seen = see(deep + show(60, 700, 16, U"กขค") + "Q 0 g " + show(60, 600, 16, U"งจฉ"));
  EXPECT_EQ(seen.text, "งจฉ");
}

TEST_F(PageSight, WhatTheClipCutsOffIsHidden) {
  const Seen seen =
      see(print_ + "q 50 580 200 20 re W n " + show(50, 585, 16, U"IITEIT") + show(50, 560, 16, U"OIT") + "Q\n");
  EXPECT_NE(seen.text.find("IITEIT"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::hidden), "OIT");
}

TEST_F(PageSight, InvisibleTextIsHidden) {
  const Seen seen = see(print_ + "3 Tr " + show(50, 500, 16, U"72.15") + "0 Tr\n");
  EXPECT_EQ(seen.text.find("72.15"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::hidden), "72.15");
}

TEST_F(PageSight, ALineThroughAWordStrikesItOut) {
  const Seen seen =
      see(print_ + show(200, 640, 16, U"79.40") + show(260, 640, 16, U"93.57") + "0.8 w 199 644 m 241 644 l S\n");
  EXPECT_NE(seen.text.find("93.57"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::struck), "79.40");
}

TEST_F(PageSight, UnderlinesAndRulesStrikeNothing) {
  const Seen seen = see(print_ + show(200, 640, 16, U"79.40") + "199 638 42 0.8 re f 0.8 w 40 644 m 560 644 l S\n");
  EXPECT_NE(seen.text.find("79.40"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, ALineThroughLeadersOfMiddleDotsIsAFormsOwn) {
  const Seen seen = see(print_ + show(200, 640, 16, U"·····") + "0.8 w 199 644 m 241 644 l S\n");
  EXPECT_NE(seen.text.find("·····"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, AStrikeOutNoteStrikesWhatItMarks) {
  const std::string note = raw_.object(
      "<< /Type /Annot /Subtype /StrikeOut /Rect [195 630 245 660] /QuadPoints [195 656 245 656 195 634 245 634] >>");
  const Seen seen = see(print_ + show(200, 640, 16, U"79.40"), "", "/Annots [" + note + "]");
  EXPECT_EQ(seen.aside(Aside::Kind::struck), "79.40");
}

TEST_F(PageSight, ASlantedWatermarkIsAStreamOfItsOwn) {
  const Seen seen = see("0.8 g BT /F 60 Tf 0.7 0.7 -0.7 0.7 60 600 Tm " + hex(U"DRAFT2565") + " Tj ET 0 g " + print_);
  EXPECT_EQ(seen.text.find("D"), std::string::npos);
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::overlay), "DRAFT2565");
}

TEST_F(PageSight, ALevelWatermarkIsToldByItsPalenessAndPlace) {
  const Seen seen = see("0.75 g " + show(40, 665, 40, U"COPY2565") + "0 g " + print_);
  EXPECT_EQ(seen.aside(Aside::Kind::overlay), "COPY2565");
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
}

TEST_F(PageSight, APaleCaptionAndALargeTitleAreText) {
  const Seen seen = see("0.6 g " + show(50, 600, 16, U"IIT") + "0 g " + show(50, 740, 40, U"OIT") + print_);
  EXPECT_NE(seen.text.find("IIT"), std::string::npos);
  EXPECT_NE(seen.text.find("OIT"), std::string::npos);
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, ASignatureOverTheTextIsAStreamOfItsOwn) {
  const std::string look = raw_.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] " + fonts() + " >>",
                                       show(2, 12, 12, U"SIGNED2024"));
  const std::string widget =
      raw_.object("<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [50 640 250 680] /AP << /N " + look + " >> >>");
  const Seen seen = see(print_, "", "/Annots [" + widget + "]");
  EXPECT_EQ(seen.text.find("SIGNED"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::overlay), "SIGNED2024");
}

TEST_F(PageSight, AFilledFieldIsText) {
  const std::string look =
      raw_.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] " + fonts() + " >>", show(2, 12, 12, U"93.57"));
  const std::string widget =
      raw_.object("<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 500 250 540] /AP << /N " + look + " >> >>");
  const Seen seen = see(print_, "", "/Annots [" + widget + "]");
  EXPECT_NE(seen.text.find("93.57"), std::string::npos);
}

// A list that holds itself has no first text.
TEST_F(PageSight, AFieldsListMayHoldItself) {
  const std::string choices =
      raw_.object("<< /Type /Annot /Subtype /Widget /FT /Ch /V [(ABC) (XYZ)] /Rect [50 600 250 620] >>");
  const std::string note = raw_.object("<< /Type /Annot /Subtype /FreeText /Rect [50 500 250 540] >>");
  raw_.page("", "/Annots [" + choices + " " + note + "]");
  auto pdf = Pdf::open(testing::changed_pdf(raw_.path(), "round.pdf", [](QPDF& document) {
    QPDFObjectHandle round = document.makeIndirectObject(QPDFObjectHandle::newArray());
    round.appendItem(round);
    QPDFObjectHandle page = document.getAllPages().at(0);
    page.getKey("/Annots").getArrayItem(1).replaceKey("/Contents", round);
  }));
  ASSERT_TRUE(pdf.ok());
  const std::vector<Word> words = pdf.value().words(1);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].text, "ABC");
}

TEST_F(PageSight, AFormOverTheTextIsAStreamOfItsOwnAndTheRestOfItsContentStays) {
  const std::string stamp = raw_.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 600 840] " + fonts() + " >>",
                                        show(52, 672, 16, U"RECEIVED"));
  const Seen seen = see(print_ + "q /S Do Q\n" + show(50, 600, 16, U"OIT"), "/XObject << /S " + stamp + " >>");
  EXPECT_EQ(seen.aside(Aside::Kind::overlay), "RECEIVED");
  EXPECT_NE(seen.text.find("OIT"), std::string::npos);
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
}

TEST_F(PageSight, TextsOverEachOtherThatCannotBeToldApartAreMarked) {
  const Seen seen = see(print_ + show(50, 640, 16, U"93.57"));
  EXPECT_NE(seen.aside(Aside::Kind::woven), "");
}

TEST_F(PageSight, FalseBoldIsNoOverlay) {
  const Seen seen = see(print_ + show(50.4, 640, 16, U"88.81"));
  EXPECT_TRUE(seen.asides.empty());
}

TEST_F(PageSight, PartOfALineIsTakenOutAndTheRestKeepsItsPlace) {
  const Seen seen = see("q 0 0 95 842 re W n BT /F 16 Tf 50 700 Td [" + hex(U"88.81") + " -3000 " + hex(U"IIT") +
                        "] TJ ET Q\n" + show(50, 670, 16, U"นโยบายแผน") + show(50, 640, 16, U"กลมงาน"));
  EXPECT_NE(seen.text.find("88.81"), std::string::npos);
  EXPECT_EQ(seen.aside(Aside::Kind::hidden), "IIT");
}

TEST_F(PageSight, ALayerThatIsSwitchedOffHidesNothing) {
  const std::string layer = raw_.object("<< /Type /OCG /Name (old) >>");
  const auto path = [&] {
    see(print_ + "/OC /L BDC 1 g 40 620 400 120 re f 0 g " + show(50, 500, 16, U"72.15") +
            " EMC 1 g 0 0 10 10 re f 0 g " + "3 Tr " + show(50, 400, 16, U"OIT"),
        "/Properties << /L " + layer + " >>");
    return testing::changed_pdf(raw_.path(), "layers.pdf", [&](QPDF& document) {
      QPDFObjectHandle page = document.getAllPages().at(0);
      QPDFObjectHandle old = page.getKey("/Resources").getKey("/Properties").getKey("/L");
      QPDFObjectHandle properties = QPDFObjectHandle::parse("<< /D << >> >>");
      properties.replaceKey("/OCGs", QPDFObjectHandle::newArray({old}));
      properties.getKey("/D").replaceKey("/OFF", QPDFObjectHandle::newArray({old}));
      document.getRoot().replaceKey("/OCProperties", properties);
    });
  }();
  auto pdf = Pdf::open(path);
  ASSERT_TRUE(pdf.ok());
  std::string text;
  for (const Word& word : pdf.value().words(1)) text += word.text + " ";
  EXPECT_NE(text.find("88.81"), std::string::npos);
  EXPECT_EQ(text.find("72.15"), std::string::npos);
}

}  // namespace
}  // namespace prongsai::source
