#include "pipeline/stages/files/attached_path.hpp"

#include <algorithm>
#include <charconv>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::stages {
namespace {

constexpr std::size_t kLongestName = 200;  // bytes, what tells it from others not counted
constexpr std::size_t kRoomToTell = 16;

bool is_out_of_place(char32_t c) {
  return c < 0x20 || c == U'/' || c == U'\\' || c == kAttachedSign || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
         c == 0x2029 || text::is_invisible(c) || c == 0x061C || c == 0x180E;
}

std::string neutral(std::string_view as_given) {
  std::string name;
  for (const text::CodePoint& point : text::code_points(as_given)) {
    text::append_utf8(name, is_out_of_place(point.value) ? U'_' : point.value);
  }
  return name;
}

// At most so many bytes, with the ending of a file's name.
std::string shortened(const std::string& name) {
  if (name.size() <= kLongestName) return name;
  const std::size_t dot = name.rfind('.');
  const std::string ending = dot != std::string::npos && name.size() - dot <= 8 ? name.substr(dot) : "";
  return std::string(text::cut(name, kLongestName - ending.size())) + ending;
}

std::string numbered(const std::string& name, int number) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  return name.substr(0, dot) + " (" + std::to_string(number) + ")" + name.substr(dot);
}

}  // namespace

std::string attached_name(std::string_view as_given, std::set<std::string>& taken) {
  std::string name = shortened(neutral(as_given));
  if (name.find_first_not_of(" _.") == std::string::npos) name = "attachment";
  std::string told = name;
  for (int number = 2; !taken.insert(told).second; ++number) told = numbered(name, number);
  return told;
}

bool is_attached_name(const std::string& name) {
  return !name.empty() && name.size() <= kLongestName + kRoomToTell && text::is_valid_utf8(name) &&
         neutral(name) == name;
}

Submission attached_submission(const Submission& outer, const AttachedDocument& document) {
  Submission inner;
  inner.source_path = outer.source_path + kAttachedSign + document.name;
  inner.canonical_path = outer.canonical_path + '/' + kAttachedSign + document.name;
  inner.attached_at = outer.attached_at + (outer.attached_at.empty() ? "" : "/") + std::to_string(document.place);
  inner.sha256 = document.sha256;
  inner.file_size = document.size;
  inner.manifest = outer.manifest;
  if (inner.manifest) {
    inner.manifest->main_site.reset();
    inner.manifest->published_url.reset();
    inner.manifest->publication.reset();
  }
  return inner;
}

std::string file_of(std::string_view canonical_path, std::string_view attached_at) {
  for (int depth = depth_of(attached_at); depth > 0; --depth) {
    canonical_path = canonical_path.substr(0, canonical_path.rfind('/'));
  }
  return std::string(canonical_path);
}

std::string file_of(const Submission& submission) {
  return file_of(submission.canonical_path, submission.attached_at);
}

std::vector<int> places_of(std::string_view attached_at) {
  std::vector<int> places;
  while (!attached_at.empty()) {
    const std::string_view part = attached_at.substr(0, attached_at.find('/'));
    int place = 0;
    (void)std::from_chars(part.data(), part.data() + part.size(), place);
    places.push_back(place);
    attached_at.remove_prefix(std::min(attached_at.size(), part.size() + 1));
  }
  return places;
}

}  // namespace prongsai::stages
