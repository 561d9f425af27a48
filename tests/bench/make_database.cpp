// make_database COUNT OUT.db: a database of COUNT fictional submissions, not judged yet.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>

#include "pipeline/store/store.hpp"
#include "tests/bench/synthetic_submissions.hpp"

namespace {

void make(std::size_t count, const std::filesystem::path& file) {
  std::filesystem::remove(file);
  prongsai::store::Store store(file, prongsai::store::Open::create);
  for (std::size_t k = 0; k < count; ++k) {
    const auto made = prongsai::bench::synthetic_submission(k);
    prongsai::store::ToSave document{made.submission, made.record, {}, "", std::nullopt, 0};
    document.extraction = prongsai::store::ExtractionFacts{"bench", "bench", "", "", 0.1, 50'000, 1};
    store.save(document);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: make_database COUNT OUT.db\n");
    return 2;
  }
  try {
    make(std::stoul(argv[1]), argv[2]);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "make_database: %s\n", e.what());
    return 5;
  }
  return 0;
}
