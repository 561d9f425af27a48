// What libraries say while a file is read, kept instead of printed or dropped.
//
// Poppler's callback belongs to the whole process. What it says goes to the list that listens in the thread it speaks
// in, under the page that is being read; nobody listening, it is dropped. So does what Tesseract says
// (ocr/sayings.hpp).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/damage.hpp"

namespace prongsai::source {

// Sayings about a file, by page. Those that differ in numbers only are one; beyond a bound new ones are dropped.
class ReportList {
 public:
  // What is added from now on concerns this page (from 1), or the file as a whole (0).
  void turn_to(int page_no) { page_no_ = page_no; }
  // `effect`: lost where it is to be judged by data/damage/effects.yaml.
  void add(const std::string& words, DamageEffect effect = DamageEffect::lost);

  // By page, in the order in which they were first said.
  [[nodiscard]] std::vector<Damage> all() const;

 private:
  int page_no_ = 0;
  std::size_t kept_ = 0;
  std::map<int, std::vector<Damage>> pages_;
  std::map<int, std::map<std::string, std::size_t>> known_;  // page → saying without its numbers → place in pages_
};

// Adds to the list that listens what is to be noted and costs nothing.
void note_saying(const std::string& words);

// Poppler speaks to `list` as long as this lives; whoever listened before goes on then.
class Listening {
 public:
  explicit Listening(ReportList& list);
  ~Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  ReportList* before_;
};

// Makes Poppler speak to whoever listens, and Leptonica silent: it is given pixels that are already decoded. Once a
// process; further calls do nothing.
void listen_to_libraries();

}  // namespace prongsai::source
