#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <zlib.h>

#include <algorithm>
#include <random>

#include "extractors/source/pdf/library_reports.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/rebuild.hpp"
#include "extractors/source/pdf/stream_check.hpp"
#include "tests/support/damaged_file.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using namespace prongsai::testing;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Three pages of different words.
std::string sound_file() {
  PdfFixture fixture("sound.pdf");
  for (const char* word : {"มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"}) {
    for (int line = 0; line < 30; ++line) fixture.text(60, 60 + 25 * line, word + std::to_string(line * 37));
    fixture.next_page();
  }
  return read_file(fixture.path());
}

struct Opened {
  int pages = 0;
  std::size_t letters = 0;
  std::vector<Damage> told;
};

Opened open_bytes(const std::string& bytes) {
  Opened opened;
  ReportList reports;
  const Listening listening(reports);
  const auto pdf = Pdf::open(stored(bytes, "damaged.pdf"));
  if (!pdf) {
    opened.told.push_back({0, DamageEffect::lost, pdf.failure().message, 1});
    return opened;
  }
  opened.pages = pdf.value().page_count();
  for (int page_no = 1; page_no <= opened.pages; ++page_no) {
    reports.turn_to(page_no);
    for (const Word& word : pdf.value().words(page_no)) opened.letters += word.chars.size();
  }
  opened.told = pdf.value().faults();
  for (const Damage& said : reports.all()) opened.told.push_back(said);
  return opened;
}

TEST(PdfFaults, OfASoundFileAreNone) {
  EXPECT_THAT(open_bytes(sound_file()).told, IsEmpty());
  const auto packed = packed_pdf(stored(sound_file(), "plain.pdf"), "packed.pdf");
  EXPECT_THAT(open_bytes(read_file(packed)).told, IsEmpty());
}

TEST(PdfFaults, NameTheDamageOfEveryStreamWhateverBitIsFlipped) {
  const std::string bytes = sound_file();
  std::mt19937 random(17);
  int streams = 0;
  for (const ByteRange& stream : streams_of(bytes)) {
    if (stream.end - stream.begin < 40) continue;
    ++streams;
    for (int times = 0; times < 4; ++times) {
      const std::size_t at = stream.begin + random() % (stream.end - stream.begin);
      EXPECT_THAT(open_bytes(with_flipped_bit(bytes, at)).told, Not(IsEmpty())) << "byte " << at;
    }
  }
  EXPECT_GT(streams, 3);
}

TEST(PdfFaults, NameThePageWhoseStreamIsDamaged) {
  RawPdf raw("page_fault.pdf");
  const std::string font = raw.font({{U'ก'}, {U'ข'}});
  for (int page = 0; page < 3; ++page) {
    raw.page("BT /F 12 Tf 60 700 Td <00010002> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  }
  const std::string bytes = read_file(packed_pdf(raw.path(), "page_fault_packed.pdf"));
  // The contents are the first three streams of a file of three small pages.
  const auto streams = streams_of(bytes);
  ASSERT_GE(streams.size(), 3U);
  std::set<int> pages;
  for (const ByteRange& stream : streams) {
    for (const Damage& fault : open_bytes(with_flipped_bit(bytes, (stream.begin + stream.end) / 2)).told) {
      pages.insert(fault.page_no);
    }
  }
  EXPECT_THAT(pages, ::testing::IsSupersetOf({1, 2, 3}));
}

TEST(PdfFaults, AreToldOfHolesTransfersAndCuts) {
  const std::string bytes = sound_file();
  const ByteRange first = streams_of(bytes).front();
  EXPECT_THAT(open_bytes(with_hole(bytes, first.begin + 10, 400)).told, Not(IsEmpty()));
  EXPECT_THAT(open_bytes(as_text_transfer(bytes)).told, Not(IsEmpty()));
  EXPECT_THAT(open_bytes(cut_after(bytes, 0.9)).told, Not(IsEmpty()));
  EXPECT_THAT(open_bytes(cut_after(bytes, 0.5)).told, Not(IsEmpty()));
}

TEST(PdfFaults, AreToldOfAPageThatIsNoLongerInTheTree) {
  const auto path = changed_pdf(stored(sound_file(), "tree.pdf"), "tree_count.pdf", [](QPDF& document) {
    document.getRoot().getKey("/Pages").replaceKey("/Count", QPDFObjectHandle::newInteger(9));
  });
  EXPECT_THAT(open_bytes(read_file(path)).told, Contains(Field(&Damage::words, HasSubstr("9 pages"))));
}

// Words come from one library, pictures and hints from the other: of the same page, although one is lost before it.
TEST(PdfFaults, ALostPageDoesNotPutWordsAndPicturesOfDifferentPagesTogether) {
  RawPdf raw("lost_page.pdf");
  const std::string font = raw.font({{U'ก'}, {U'ข'}});
  const std::string resources = "/Resources << /Font << /F " + font + " >> >>";
  raw.page("BT /F 12 Tf 60 700 Td <0001> Tj ET", resources);
  raw.page("BT /F 12 Tf 60 700 Td <00010002> Tj ET", resources);
  raw.page("BT /F 12 Tf 60 700 Td <000100020001> Tj ET", resources);
  const auto path = changed_pdf(raw.path(), "lost_page_changed.pdf", [](QPDF& document) {
    document.getRoot().getKey("/Pages").getKey("/Kids").setArrayItem(
        1, document.makeIndirectObject(QPDFObjectHandle::newInteger(0)));
  });
  auto pdf = Pdf::open(path);
  ASSERT_TRUE(pdf);
  const auto letters = [&](int page_no) {
    std::size_t count = 0;
    for (const Word& word : pdf.value().words(page_no)) count += word.chars.size();
    return count;
  };
  EXPECT_EQ(letters(1), 1U);
  EXPECT_EQ(pdf.value().hints(1).glyphs, 1);
  EXPECT_EQ(letters(2), 3U);
  EXPECT_EQ(pdf.value().hints(2).glyphs, 3);
  EXPECT_THAT(pdf.value().faults(), Contains(Field(&Damage::words, HasSubstr("another 2"))));
}

TEST(LostDirectory, IsMadeAnewFromTheObjects) {
  const std::string plain = sound_file();
  const std::string packed = read_file(packed_pdf(stored(plain, "whole.pdf"), "whole_packed.pdf"));
  const Opened whole = open_bytes(plain);
  ASSERT_GT(whole.letters, 500U);
  for (const std::string& lost : {without_directory(plain), without_directory(packed)}) {
    const Opened again = open_bytes(lost);
    EXPECT_EQ(again.pages, whole.pages);
    EXPECT_EQ(again.letters, whole.letters);
    EXPECT_THAT(again.told, Not(IsEmpty()));
  }
}

TEST(LostDirectory, IsNotInventedWhereThereAreNoPages) {
  EXPECT_EQ(open_bytes("%PDF-1.5\n1 0 obj\n<< /Type /Font >>\nendobj\n").pages, 0);
  EXPECT_EQ(
      open_bytes("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 9 /First 99999 >>\nstream\nxx\nendstream\nendobj\n").pages, 0);
  EXPECT_EQ(open_bytes("%PDF-1.5 obj obj 0 0 obj 99999999999 0 obj").pages, 0);
}

TEST(LostDirectory, AnObjectWhoseEndWasLostIsNotTheNextOne) {
  const auto file = rebuilt_file(
      "%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\n3 0 obj\n<< /Type /Page >>\nendobj\n"
      "4 0 obj\n<< /Type /Page >>\nendobj\n3 0 obj\n<< /Type /Page /Rotate 90 >>\nendobj\n");
  ASSERT_TRUE(file);
  EXPECT_THAT(*file, HasSubstr("/Kids [4 0 R 3 0 R ]")) << "the catalog is no page; a page written again comes last";
}

// Whatever a file is full of, it is gone through a few times and not once for each object: these would take hours.
TEST(LostDirectory, IsSoughtInTimeThatGrowsWithTheFile) {
  std::string heads = "%PDF-1.5\n", bare = heads, pages = heads, packed = heads;
  while (heads.size() < 4'000'000) heads += "1 0 obj ";
  while (bare.size() < 4'000'000) bare += "1 0 obj/Type/Font ";
  bare += "endobj";
  for (int number = 1; pages.size() < 4'000'000; ++number)
    pages += std::to_string(number) + " 0 obj<</Type/Page>>endobj\n";
  while (packed.size() < 4'000'000) packed += "1 0 obj<</Type/ObjStm/N 1/First 4>>stream\n";
  EXPECT_FALSE(rebuilt_file(heads));
  EXPECT_FALSE(rebuilt_file(bare));
  EXPECT_TRUE(rebuilt_file(pages));
  EXPECT_FALSE(rebuilt_file(packed));
}

std::string deflated(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
  out.resize(size);
  return out;
}

// `places`: number and offset of each object, a blank behind each; as many as `count`.
std::string object_stream(int count, const std::string& places, const std::string& objects) {
  return "10 0 obj\n<< /Type /ObjStm /N " + std::to_string(count) + " /First " + std::to_string(places.size()) +
         " >>\nstream\n" + deflated(places + objects) + "\nendstream\nendobj\n";
}

// All object streams of a file share one bound, and objects that lie over each other count each: what comes behind it
// is lost.
TEST(LostDirectory, UnpacksNoMoreThanABound) {
  const std::string page = "%PDF-1.5\n1 0 obj\n<< /Type /Page >>\nendobj\n";
  const std::string small = object_stream(1, "88 0 ", "(behind)");
  const std::string large = object_stream(3, "77 0 78 2 79 50000010 ", "()" + std::string(50'000'000, ' '));
  const auto holds = [](const std::string& file, const std::string& object) {
    return rebuilt_file(file).value_or("").find("\n" + object + " 0 obj") != std::string::npos;
  };
  EXPECT_TRUE(holds(page + large + small, "77"));
  EXPECT_TRUE(holds(page + large + small, "88"));
  const std::string all = page + large + large + large + small;
  EXPECT_TRUE(holds(all, "77"));
  EXPECT_FALSE(holds(all, "88"));
  std::string places = "77 1000000 ";
  for (int i = 0; i < 200; ++i) places += "72 0 71 1000000 ";
  const std::string text = "()" + std::string(999'998, ' ') + "(last)";
  EXPECT_TRUE(holds(page + object_stream(3, places.substr(0, 27), text), "71"));
  EXPECT_FALSE(holds(page + object_stream(401, places, text), "71")) << "the last of those that lie over each other";
}

TEST(ZlibFault, IsSeenInEachByteThatWasChanged) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "q 1 0 0 1 " + std::to_string(i * i) + " 700 cm Q\n";
  const std::string bytes = deflated(text);
  EXPECT_FALSE(zlib_fault(bytes, 1 << 20));
  for (std::size_t at = 2; at < bytes.size(); ++at) {
    EXPECT_TRUE(zlib_fault(with_flipped_bit(bytes, at), 1 << 20)) << "byte " << at;
  }
  EXPECT_TRUE(zlib_fault(bytes.substr(0, bytes.size() / 2), 1 << 20));
  EXPECT_TRUE(zlib_fault("", 1 << 20));
}

TEST(ZlibFault, IsNoneWhereOnlyTheChecksumIsCutOffOrBytesFollow) {
  const std::string bytes = deflated("BT (x) Tj ET");
  EXPECT_FALSE(zlib_fault(bytes.substr(0, bytes.size() - 3), 100));
  EXPECT_FALSE(zlib_fault(bytes + "\r\n", 100));
  EXPECT_FALSE(zlib_fault(deflated(std::string(1 << 20, ' ')), 1000)) << "beyond its bound it is not looked into";
}

std::string jpeg() {
  Pix* pix = pixCreate(400, 300, 8);
  for (int y = 0; y < 300; ++y) {
    for (int x = 0; x < 400; ++x) pixSetPixel(pix, x, y, static_cast<l_uint32>((x * y) % 251));
  }
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&data, &size, pix, 80, 0);
  std::string bytes(reinterpret_cast<char*>(data), size);
  lept_free(data);
  pixDestroy(&pix);
  return bytes;
}

TEST(JpegFault, IsSeenInHolesAndCuts) {
  const std::string bytes = jpeg();
  EXPECT_FALSE(jpeg_fault(bytes));
  EXPECT_TRUE(jpeg_fault(with_hole(bytes, bytes.size() / 2, 200)));
  EXPECT_TRUE(jpeg_fault(cut_after(bytes, 0.6)));
  EXPECT_TRUE(jpeg_fault(with_hole(bytes, 0, 20)));
  EXPECT_TRUE(jpeg_fault(""));
}

TEST(Reports, AreKeptByPageOnceEachAndBounded) {
  ReportList reports;
  reports.add("Illegal character <5c> in hex string");
  reports.turn_to(3);
  for (int i = 0; i < 1000; ++i) reports.add("Illegal character <" + std::to_string(i) + "> in hex string");
  for (char c = 'a'; c <= 'z'; ++c) reports.add(std::string("Unknown thing ") + c + '\n');
  const auto all = reports.all();
  EXPECT_EQ(all[0].page_no, 0);
  EXPECT_EQ(all[1].page_no, 3);
  EXPECT_EQ(all[1].times, 1000);
  EXPECT_LE(all.size(), 30U);
  reports.add(std::string(5000, 'x') + "\xff\x01");
  for (const Damage& said : reports.all()) EXPECT_LT(said.words.size(), 200U);
}

TEST(Listening, EndsWithItsScopeAndHearsPoppler) {
  RawPdf raw("noisy.pdf");
  raw.page("BT /Nothing 12 Tf (x) Tj ET not-an-operator", "");
  const auto path = raw.path();
  ReportList reports;
  {
    const Listening listening(reports);
    const auto pdf = Pdf::open(path);
    ASSERT_TRUE(pdf);
    reports.turn_to(1);
    (void)pdf.value().words(1);
  }
  const std::size_t heard = reports.all().size();
  EXPECT_THAT(reports.all(), Contains(Field(&Damage::words, HasSubstr("not-an-operator"))));
  const auto pdf = Pdf::open(path);
  (void)pdf.value().words(1);
  EXPECT_EQ(reports.all().size(), heard);
}

}  // namespace
}  // namespace prongsai::source
