// Runs a fuzz target without libFuzzer, in every build: the seeds as they are, then changed copies of them. What
// libFuzzer has found stands among the seeds and is tried first.
//   fuzz_<target> [-runs=N] [-seed=S] FILE_OR_FOLDER…        an input that ends the program is left in ./crash-<target>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "tests/fuzz/mutate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::string current;  // for the signal's handler
std::string crash_file;

void keep_input(int number) {
  const int fd = open(crash_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  [[maybe_unused]] const ssize_t written = write(fd, current.data(), current.size());
  signal(number, SIG_DFL);
  raise(number);
}

void try_input(std::string bytes) {
  current = std::move(bytes);
  (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
}

std::vector<std::string> read_seeds(const std::vector<std::string>& paths) {
  std::vector<std::string> seeds;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) {
      seeds.push_back(prongsai::fuzz::bytes_of(path));
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) seeds.push_back(prongsai::fuzz::bytes_of(entry.path()));
    }
  }
  return seeds;
}

}  // namespace

int main(int argc, char** argv) {
  long long runs = 1000;
  std::uint64_t seed = 1;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("-runs="))
      runs = std::atoll(argument.c_str() + 6);
    else if (argument.starts_with("-seed="))
      seed = static_cast<std::uint64_t>(std::atoll(argument.c_str() + 6));
    else
      paths.push_back(argument);
  }
  crash_file = "crash-" + fs::path(argv[0]).filename().string();
  for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) signal(number, keep_input);
  const std::vector<std::string> seeds = read_seeds(paths);
  if (seeds.empty()) {
    std::cerr << "usage: " << argv[0] << " [-runs=N] [-seed=S] FILE_OR_FOLDER...\n";
    return 2;
  }
  for (const std::string& bytes : seeds) try_input(bytes);
  prongsai::fuzz::Mutator mutator(
      seeds, {": ", "- ", "\"", "\n", ",", "[", "{", "&a ", "*a", "\xEF\xBB\xBF", "%", "๒๕๖๗"}, seed);
  for (long long i = 0; i < runs; ++i) try_input(mutator.next());
  std::cout << seeds.size() << " seeds and " << runs << " changed copies: nothing found\n";
  return 0;
}
