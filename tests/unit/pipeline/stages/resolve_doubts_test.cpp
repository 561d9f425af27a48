#include "pipeline/stages/resolve_doubts.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "extractors/tables/assemble.hpp"
#include "extractors/text/thai/repair.hpp"
#include "pipeline/stages/read_document.hpp"
#include "tests/support/pdf_fixture.hpp"

namespace prongsai::stages {
namespace {

using prongsai::testing::PdfFixture;

source::Recogniser& engine() {
  static const auto shipped =
      source::make_tesseract({std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "tessdata"});
  return *shipped;
}

// Neither ทา (to paint) nor ทำ (to do) is ruled out by anything that the report says.
const char* const with_aa = "ผู้บริหารให้เจ้าหน้าที่ทุกคน ทา ตามแผนของหน่วยงาน";
const char* const with_am = "ผู้บริหารให้เจ้าหน้าที่ทุกคน ทำ ตามแผนของหน่วยงาน";

// A line that the text layer spells as `layer`, while the font draws `shown` there, between lines beyond doubt. The two
// are the same, or differ by the only ำ of `shown`. (Words under a picture would be read from the picture.)
std::filesystem::path write(const std::string& name, const std::string& layer, const std::string& shown,
                            const std::string& around = "หน่วยงานมีมาตรการให้บริการแก่ประชาชน") {
  PdfFixture fixture(name);
  for (int i = 0; i < 8; ++i) fixture.text(60, 80 + 25 * i, around);
  fixture.text(60, 300, shown);
  const std::filesystem::path drawn = fixture.path();
  if (layer == shown) return drawn;
  QPDF pdf;
  pdf.processFile(drawn.c_str());
  QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().at(0);
  page.coalesceContentStreams();
  QPDFObjectHandle stream = page.getObjectHandle().getKey("/Contents");
  const auto data = stream.getStreamData();
  std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const std::size_t am = content.find("0e33");  // in an ActualText: two glyphs draw it
  EXPECT_NE(am, std::string::npos);
  if (am != std::string::npos) content.replace(am, 4, "0e32");
  stream.replaceStreamData(content, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  const std::filesystem::path out = prongsai::testing::temporary_file("relettered_" + name);
  QPDFWriter(pdf, out.c_str()).write();
  return out;
}

struct Read {
  std::string text, raw_text;  // of the line
  bool doubtful = false;
  std::string page_text;
};

Read read(const std::filesystem::path& path, source::Recogniser* recogniser) {
  ReadSettings settings;
  settings.recogniser = recogniser;
  auto pages = read_document(path, settings);
  EXPECT_TRUE(pages);
  if (!pages) return {};
  EXPECT_EQ(pages.value().lines.pages[0].source, PageSource::text) << pages.value().lines.pages[0].reason;
  Read out;
  const Document document = tables::assemble(std::move(pages.value().lines));
  out.page_text = document.page_texts.at(0).text;
  for (const Paragraph& paragraph : document.paragraphs) {
    for (const TextLine& line : paragraph.lines) {
      if (line.raw_text.find("แผน") == std::string::npos) continue;
      out.text = line.text;
      out.raw_text = line.raw_text;
      out.doubtful = is_doubtful_text(line.doubts);
    }
  }
  return out;
}

TEST(ResolveDoubts, ThePictureShowsAnAmThatTheLayerLost) {
  const Read found = read(write("lost_am.pdf", with_aa, with_am), &engine());
  EXPECT_EQ(found.text, with_am);
  EXPECT_EQ(found.raw_text, with_aa) << "what was read stays";
  EXPECT_FALSE(found.doubtful);
  EXPECT_NE(found.page_text.find(with_am), std::string::npos) << found.page_text;
}

TEST(ResolveDoubts, ThePictureShowsThatAnAaIsOne) {
  const Read found = read(write("true_aa.pdf", with_aa, with_aa), &engine());
  EXPECT_EQ(found.text, with_aa);
  EXPECT_FALSE(found.doubtful);
}

// Scribbled over, the line shows ink where a ring would be, and no word of the layer.
TEST(ResolveDoubts, APictureOfSomethingElseResolvesNothing) {
  PdfFixture fixture("scribbled.pdf");
  for (int i = 0; i < 8; ++i) fixture.text(60, 80 + 25 * i, "หน่วยงานมีมาตรการให้บริการแก่ประชาชน");
  fixture.text(60, 300, with_aa);
  for (int i = 0; i < 90; ++i) fixture.line({60.0 + 3 * i, 284.0 + i % 3}, {64.0 + 3 * i, 305.0 - i % 2}, 1.5);
  const std::filesystem::path path = fixture.path();
  const Read guessed = read(path, nullptr);
  const Read found = read(path, &engine());
  ASSERT_EQ(guessed.raw_text, with_aa);
  EXPECT_EQ(found.text, guessed.text);
  EXPECT_TRUE(found.doubtful);
}

TEST(ResolveDoubts, ThePictureOverrulesAGuess) {
  // The dictionary knows only the one with ำ, a dance; as a name or a misprint the other may stand there.
  const char* const unknown_word = "ผู้บริหารให้เจ้าหน้าที่ทุกคน ราวง ตามแผนของหน่วยงาน";
  const Read guessed = read(write("guess.pdf", unknown_word, unknown_word), nullptr);
  EXPECT_NE(guessed.text, unknown_word);
  EXPECT_TRUE(guessed.doubtful);
  const Read found = read(write("overruled.pdf", unknown_word, unknown_word), &engine());
  EXPECT_EQ(found.text, unknown_word);
  EXPECT_FALSE(found.doubtful);
}

// Where the pages lost the rings of words beyond doubt, an า without a ring may be a ำ all the same.
TEST(ResolveDoubts, AMissingRingTellsNothingWhereRingsAreNotPainted) {
  const char* const lossy = "สานักงานดาเนินการตามที่กาหนด";
  const char* const field = "ผู้บริหารให้เจ้าหน้าที่ทุกคน นา ตามแผนของหน่วยงาน";
  const char* const lead = "ผู้บริหารให้เจ้าหน้าที่ทุกคน นำ ตามแผนของหน่วยงาน";
  const Read unpainted = read(write("unpainted.pdf", field, field, lossy), &engine());
  EXPECT_EQ(unpainted.text, lead) << "the guess stays";
  EXPECT_TRUE(unpainted.doubtful);
  const Read painted = read(write("painted.pdf", field, lead, lossy), &engine());
  EXPECT_EQ(painted.text, lead);
  EXPECT_FALSE(painted.doubtful);
}

TEST(ResolveDoubts, WithoutARecogniserTheDoubtStays) {
  const Read found = read(write("unseen.pdf", with_aa, with_am), nullptr);
  EXPECT_EQ(found.text, with_aa);
  EXPECT_TRUE(found.doubtful);
}

}  // namespace
}  // namespace prongsai::stages
