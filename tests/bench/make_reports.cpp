// make_reports COUNT FOLDER: COUNT one-page text reports of fictional offices, each different, as PDF.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "tests/bench/synthetic_words.hpp"
#include "tests/support/report_maker/draw_report.hpp"

namespace {

using prongsai::bench::SyntheticWords;
namespace maker = prongsai::report_maker;

maker::Report report(std::size_t k) {
  SyntheticWords words(prongsai::bench::seed_of({7, k}));
  maker::Report made;
  const auto add = [&made](const std::string& text, bool bold) {
    maker::TextBlock block;
    block.text = text;
    block.bold = bold;
    made.blocks.emplace_back(block);
  };
  add("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", true);
  add("สำนักงานตัวอย่างจังหวัด" + words.invented(3) + " ประจำปีงบประมาณ พ.ศ. 2567", true);
  add(words.text(300), false);
  maker::TableBlock table;
  table.widths = {10, 40, 50};
  table.header = {"ข้อ", "มาตรการ/แนวทาง", "กิจกรรม"};
  for (int row = 1; row <= 4; ++row) table.rows.push_back({std::to_string(row), words.text(40), words.text(60)});
  made.blocks.emplace_back(table);
  add("เดือน ตุลาคม พ.ศ. 2566 ถึง เดือน กันยายน พ.ศ. 2567", false);
  return made;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: make_reports COUNT FOLDER\n");
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[2];
    std::filesystem::create_directories(folder);
    for (std::size_t k = 0, count = std::stoul(argv[1]); k < count; ++k) {
      const auto file = folder / (std::to_string(1'000'000 + k) + ".pdf");
      if (!std::filesystem::exists(file)) maker::draw_report(report(k), file);
    }
  } catch (const std::exception& e) {
    std::fprintf(stderr, "make_reports: %s\n", e.what());
    return 5;
  }
  return 0;
}
