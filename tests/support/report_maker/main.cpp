// make_report SOURCE.yaml OUT.pdf: draws one fictional report. scripts/make_samples runs it over data/samples/src.
#include <cstdio>
#include <exception>

#include "tests/support/report_maker/draw_report.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: make_report SOURCE.yaml OUT.pdf\n");
    return 2;
  }
  try {
    prongsai::report_maker::draw_report(prongsai::report_maker::load_report(argv[1]), argv[2]);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "make_report: %s\n", e.what());
    return 5;
  }
  return 0;
}
