#include "extractors/source/pdf/library_reports.hpp"

#include <leptonica/allheaders.h>
#include <poppler-global.h>

#include <algorithm>
#include <cctype>
#include <mutex>

namespace prongsai::source {
namespace {

constexpr std::size_t kLongestSaying = 160;  // bytes
constexpr std::size_t kMostOnAPage = 20;     // different ones
constexpr std::size_t kMostInAFile = 2000;   // different ones

thread_local ReportList* listener = nullptr;

// Poppler's C++ interface writes "poppler/error: error (1234): what it says".
std::string without_prefix(std::string message) {
  for (const char* prefix : {"poppler/", "error"}) {
    const std::size_t colon = message.starts_with(prefix) ? message.find(": ") : std::string::npos;
    if (colon != std::string::npos) message.erase(0, colon + 2);
  }
  return message;
}

// "Illegal character <5c> in hex string" and "… <3e> …" are one saying.
std::string without_numbers(const std::string& words) {
  std::string key;
  bool in_brackets = false;
  for (const char c : words) {
    if (c == '<' || c == '\'') in_brackets = !in_brackets;
    if (c == '>') in_brackets = false;
    if (!in_brackets && std::isdigit(static_cast<unsigned char>(c)) == 0) key += c;
  }
  return key;
}

// Printable, on one line and short: what a library says may hold bytes of the file.
std::string tidy_words(const std::string& words) {
  std::string tidy;
  for (const char c : words) {
    if (tidy.size() >= kLongestSaying) return tidy + "…";
    const bool plain = c >= ' ' && c <= '~';
    if (plain) {
      tidy += c;
    } else if (c != '\n' && c != '\r') {
      tidy += '?';
    }
  }
  return tidy;
}

}  // namespace

Listening::Listening(ReportList& list) : before_(listener) {
  listen_to_libraries();
  listener = &list;
}

Listening::~Listening() {
  listener = before_;
}

void ReportList::add(const std::string& words, DamageEffect effect) {
  const std::string tidy = tidy_words(words);
  std::vector<Damage>& said = pages_[page_no_];
  const auto [place, is_new] = known_[page_no_].try_emplace(without_numbers(tidy), said.size());
  if (!is_new) {
    ++said[place->second].times;
    return;
  }
  if (said.size() >= kMostOnAPage || kept_ >= kMostInAFile) {
    known_[page_no_].erase(place);
    return;
  }
  ++kept_;
  said.push_back({page_no_, effect, tidy, 1});
}

void note_saying(const std::string& words) {
  if (listener != nullptr) listener->add(words, DamageEffect::harmless);
}

std::vector<Damage> ReportList::all() const {
  std::vector<Damage> out;
  for (const auto& [page_no, said] : pages_) out.insert(out.end(), said.begin(), said.end());
  return out;
}

void listen_to_libraries() {
  static std::once_flag once;
  std::call_once(once, [] {
    poppler::set_debug_error_function(
        [](const std::string& message, void*) {
          if (listener != nullptr) listener->add(without_prefix(message));
        },
        nullptr);
    setMsgSeverity(L_SEVERITY_NONE);
  });
}

}  // namespace prongsai::source
