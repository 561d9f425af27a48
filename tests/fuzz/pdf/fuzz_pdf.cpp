// Damaged PDF files through a worker process as `ingest` uses it, sandbox and limits included.
//   fuzz_pdf [-runs=N] [-seed=S] [-keep=FOLDER] [PDF…]       default: the samples
// First the traps of hostile.cpp as they are; then the files and the traps, changed.
// Half of the changes hit the file as it is, half a copy whose streams are unpacked, so that they reach the page's
// operators and fonts. A document may be refused, and it may cost its worker, but then by its limits and not by a
// crash: such files are kept in FOLDER, and the program ends with 1. So it does when a worker lies about its result,
// takes more than its share of memory, or when the pool is of no use after a loss.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <vector>

#include "models/record.hpp"
#include "pipeline/workers/process/pool.hpp"
#include "tests/fuzz/mutate.hpp"
#include "tests/fuzz/pdf/hostile.hpp"

namespace {

namespace fs = std::filesystem;
using namespace prongsai;

struct Options {
  long long runs = 200;
  std::uint64_t seed = 1;
  fs::path keep = "fuzz_found";
  std::vector<std::string> files;
};

Options options_of(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("-runs="))
      options.runs = std::atoll(argument.c_str() + 6);
    else if (argument.starts_with("-seed="))
      options.seed = static_cast<std::uint64_t>(std::atoll(argument.c_str() + 6));
    else if (argument.starts_with("-keep="))
      options.keep = argument.substr(6);
    else
      options.files.push_back(argument);
  }
  if (options.files.empty()) {
    for (const auto& entry : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples")) {
      if (entry.path().extension() == ".pdf") options.files.push_back(entry.path());
    }
  }
  std::sort(options.files.begin(), options.files.end());
  return options;
}

// The same document with nothing packed; "" for one that qpdf cannot read.
std::string unpacked(const std::string& file) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processFile(file.c_str());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setQDFMode(true);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception&) {
    return "";
  }
}

std::vector<std::string> seeds_of(const std::vector<std::string>& files) {
  std::vector<std::string> seeds;
  for (const std::string& file : files) {
    seeds.push_back(fuzz::bytes_of(file));
    std::string open = unpacked(file);
    if (!open.empty()) seeds.push_back(std::move(open));
  }
  for (fuzz::Hostile& hostile : fuzz::hostile_files()) seeds.push_back(std::move(hostile.bytes));
  return seeds;
}

const std::vector<std::string> kWords = {"endobj\n",
                                         "stream\n",
                                         "endstream\n",
                                         "1 0 R",
                                         "999999 0 R",
                                         "/Length 0",
                                         "/Kids [1 0 R]",
                                         "/Count 99999",
                                         "<<",
                                         ">>",
                                         "[",
                                         "]",
                                         "q ",
                                         "Q ",
                                         "BT ",
                                         "ET ",
                                         "/F1 0 Tf",
                                         "<FFFFFFFF>",
                                         "()",
                                         "trailer",
                                         "startxref\n",
                                         "%%EOF\n",
                                         "/Rotate 45",
                                         "/MediaBox [0 0 1e9 1e9]"};

bool ended_by_limits(const std::string& reason) {
  const std::vector<std::string> limits = {"made no progress", "took more than", "processor time", "std::bad_alloc"};
  return std::any_of(limits.begin(), limits.end(),
                     [&](const std::string& limit) { return reason.find(limit) != std::string::npos; });
}

class Fuzz {
 public:
  explicit Fuzz(const Options& options)
      : options_(options), folder_(fs::temp_directory_path() / ("fuzz_pdf_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    limits_.step_seconds = 10;
    pool_ = std::make_unique<workers::Pool>([this] { return launch(); }, 1, limits_);
  }
  ~Fuzz() {
    pool_.reset();
    fs::remove_all(folder_);
  }
  Fuzz(const Fuzz&) = delete;
  Fuzz& operator=(const Fuzz&) = delete;

  int run() {
    fuzz::Mutator mutator(seeds_of(options_.files), kWords, options_.seed);
    for (const fuzz::Hostile& hostile : fuzz::hostile_files()) try_file(hostile.bytes, hostile.name);
    for (long long i = 0; i < options_.runs; ++i) {
      try_file(mutator.next(), "seed" + std::to_string(options_.seed) + "_" + std::to_string(i));
    }
    std::cout << options_.runs << " changed files: " << extracted_ << " extracted, " << partial_ << " partial, "
              << failed_ << " failed, " << stopped_ << " stopped by limits, " << found_ << " found; slowest "
              << slowest_ << " s, largest worker " << largest_kib_ / 1024 << " MiB\n";
    return found_ == 0 ? 0 : 1;
  }

 private:
  [[nodiscard]] workers::Child launch() const {
    const fs::path data = fs::path(PRONGSAI_SOURCE_DIR) / "data";
    return workers::start_program({PRONGSAI_PROGRAM, "--data", data, "worker", "--tessdata", data / "tessdata",
                                   "--model", "none", "--step-seconds", std::to_string(limits_.step_seconds)});
  }

  workers::JobEvent read(const fs::path& file) {
    workers::Job job;
    job.submission.source_path = job.submission.canonical_path = fs::absolute(file);
    pool_->submit(++ticket_, job, false);
    for (;;) {
      for (workers::JobEvent& event : pool_->wait(std::chrono::milliseconds(500))) {
        if (event.kind != workers::JobEvent::Kind::page) return std::move(event);
      }
    }
  }

  // What is wrong with an outcome; "" for nothing.
  std::string complaint(const workers::JobEvent& event) {
    if (event.kind == workers::JobEvent::Kind::lost) {
      if (!ended_by_limits(event.reason)) return event.reason;
      ++stopped_;
      return "";
    }
    const Record& record = event.reply.record;
    slowest_ = std::max(slowest_, event.reply.seconds);
    largest_kib_ = std::max(largest_kib_, event.reply.peak_kib);
    ++(record.status == Status::extracted ? extracted_ : record.status == Status::partial ? partial_ : failed_);
    if (record.status != Status::extracted && record.error.empty()) return "no reason is given";
    if (record.status != Status::extracted && event.reply.judgement.findings.empty()) return "nothing is flagged";
    return "";
  }

  void try_file(const std::string& bytes, const std::string& name) {
    const fs::path file = folder_ / "changed.pdf";
    std::ofstream(file, std::ios::binary) << bytes;
    const std::string wrong = complaint(read(file));
    if (wrong.empty()) return;
    ++found_;
    fs::create_directories(options_.keep);
    std::ofstream(options_.keep / (name + ".pdf"), std::ios::binary) << bytes;
    std::cerr << (options_.keep / (name + ".pdf")).string() << ": " << wrong << '\n';
    if (!complaint(read(options_.files.front())).empty()) throw std::runtime_error("the pool is of no use any more");
  }

  const Options& options_;
  fs::path folder_;
  workers::WorkerLimits limits_;
  std::unique_ptr<workers::Pool> pool_;
  std::uint64_t ticket_ = 0;
  long long extracted_ = 0, partial_ = 0, failed_ = 0, stopped_ = 0, found_ = 0;
  double slowest_ = 0;
  long long largest_kib_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = options_of(argc, argv);
    return Fuzz(options).run();
  } catch (const std::exception& error) {
    std::cerr << "fuzz_pdf: " << error.what() << '\n';
    return 5;
  }
}
