#include "extractors/source/pdf/rebuild.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <exception>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extractors/source/content/tokens.hpp"
#include "extractors/source/pdf/stream_check.hpp"

namespace prongsai::source {
namespace {

constexpr std::size_t kMostInflated = 64'000'000;   // bytes of one object stream
constexpr std::size_t kMostUnpacked = 128'000'000;  // bytes of all object streams, and again of their objects
constexpr int kHighestNumber = 8'388'607;           // of an object (ISO 32000-1, annex C)

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number that ends right before `end`, blanks between them left out; `end` moves to its first digit. -1: none.
int number_before(std::string_view bytes, std::size_t& end) {
  std::size_t last = end;
  while (last > 0 && is_space(bytes[last - 1])) --last;
  std::size_t first = last;
  while (first > 0 && last - first < 10 && is_ascii_digit(bytes[first - 1])) --first;
  int value = -1;
  if (first == last || std::from_chars(bytes.data() + first, bytes.data() + last, value).ec != std::errc()) return -1;
  end = first;
  return value;
}

struct FoundObject {
  std::size_t offset = 0;  // of "12 0 obj" in the file
  int generation = 0;
  std::string text;  // of an object that stood in an object stream; else ""
};

// Where a word stands next, asked for from ever later places: the file is gone through once, however often one asks.
class NextWord {
 public:
  NextWord(std::string_view bytes, std::string_view word) : bytes_(bytes), word_(word), at_(bytes.find(word)) {}

  // The first at or behind `from`, which is never before the last one asked for; npos where there is none.
  [[nodiscard]] std::size_t from(std::size_t from) {
    if (at_ < from) at_ = bytes_.find(word_, from);
    return at_;
  }

 private:
  std::string_view bytes_;
  std::string_view word_;
  std::size_t at_;
};

class Rebuilder {
 public:
  explicit Rebuilder(std::string_view bytes) : bytes_(bytes) { any_.emptyPDF(); }

  std::optional<std::string> run() {
    if (bytes_.find("/Encrypt") != std::string_view::npos) return std::nullopt;
    std::optional<Header> header = header_from(0);
    while (header) {
      const std::optional<Header> next = header_from(header->end);
      note_object(*header, next ? next->begin : bytes_.size());
      header = next;
    }
    const int root = catalog();
    if (root == 0) return std::nullopt;
    return written(root);
  }

 private:
  // "12 0 obj"
  struct Header {
    std::size_t begin = 0;
    std::size_t end = 0;
    int number = 0;
    int generation = 0;
  };

  // The first behind `at`.
  [[nodiscard]] std::optional<Header> header_from(std::size_t at) const {
    for (at = bytes_.find("obj", at); at != std::string_view::npos; at = bytes_.find("obj", at + 3)) {
      std::size_t start = at;
      const int generation = number_before(bytes_, start);
      const int number = generation < 0 ? -1 : number_before(bytes_, start);
      if (number > 0 && number <= kHighestNumber && generation <= 65535)
        return Header{start, at + 3, number, generation};
    }
    return std::nullopt;
  }

  // `limit`: where the next object begins; one whose end was lost does not go into it.
  void note_object(const Header& header, std::size_t limit) {
    objects_[header.number] = {header.begin, header.generation, ""};
    const std::size_t stream = stream_.from(header.end);
    const std::size_t end = std::min({stream, end_.from(header.end), limit});
    const std::string_view head = bytes_.substr(header.end, end - header.end);
    note_kind(header.number, end == bytes_.size() ? std::string_view() : head);
    if (end == stream && head.find("/ObjStm") != std::string_view::npos) unpack(head);
  }

  static bool is_a(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find("/Type"); at != std::string_view::npos; at = text.find("/Type", at + 1)) {
      std::size_t value = at + 5;
      while (value < text.size() && is_space(text[value])) ++value;
      const std::string_view rest = text.substr(value);
      if (rest.starts_with(name) &&
          (rest.size() == name.size() || std::isalnum(static_cast<unsigned char>(rest[name.size()])) == 0))
        return true;
    }
    return false;
  }

  void note_kind(int number, std::string_view text) {
    pages_.erase(number);
    if (is_a(text, "/Catalog")) catalog_ = number;
    if (is_a(text, "/Page")) pages_[number] = ++noted_;
    if (is_a(text, "/Pages") && text.find("/Parent") == std::string_view::npos) tree_ = number;
  }

  // The objects in an object stream (ISO 32000-1, 7.5.7), as far as it can be decoded.
  void unpack(std::string_view head) {
    const auto [count, first] = counts_of(head);
    std::size_t data = static_cast<std::size_t>(head.data() + head.size() - bytes_.data()) + 6;  // behind "stream"
    while (data < bytes_.size() && (bytes_[data] == '\r' || bytes_[data] == '\n')) ++data;
    const std::size_t end = std::min(stream_end_.from(data), bytes_.size());
    const std::size_t most = std::min(kMostInflated, inflatable_);
    const std::string inflated = data < end && most > 0 ? inflated_part(bytes_.substr(data, end - data), most) : "";
    inflatable_ -= std::min(inflatable_, inflated.size());
    const auto places = places_in(inflated, count);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t begin = first + places[i].second;
      const std::size_t stop = i + 1 < places.size() ? first + places[i + 1].second : inflated.size();
      if (begin >= stop || stop > inflated.size()) continue;
      if (stop - begin > addable_) return;  // objects that lie over each other
      addable_ -= stop - begin;
      add_text(places[i].first, inflated.substr(begin, stop - begin));
    }
  }

  static std::pair<std::size_t, std::size_t> counts_of(std::string_view head) {
    try {
      QPDFObjectHandle dictionary = QPDFObjectHandle::parse(std::string(head));
      QPDFObjectHandle count = dictionary.getKey("/N");
      QPDFObjectHandle first = dictionary.getKey("/First");
      if (!count.isInteger() || !first.isInteger() || dictionary.hasKey("/DecodeParms")) return {0, 0};
      return {static_cast<std::size_t>(std::max(0LL, count.getIntValue())),
              static_cast<std::size_t>(std::max(0LL, first.getIntValue()))};
    } catch (const std::exception&) {
      return {0, 0};
    }
  }

  // Its head: pairs of number and offset.
  static std::vector<std::pair<int, std::size_t>> places_in(const std::string& inflated, std::size_t count) {
    std::vector<std::pair<int, std::size_t>> places;
    const char* at = inflated.data();
    const char* end = at + inflated.size();
    const auto next = [&](auto& value) {
      while (at < end && is_space(*at)) ++at;
      const auto [after, error] = std::from_chars(at, end, value);
      at = after;
      return error == std::errc();
    };
    for (std::size_t i = 0; i < count; ++i) {
      int number = 0;
      std::size_t offset = 0;
      if (!next(number) || !next(offset) || offset > inflated.size()) break;
      places.emplace_back(number, offset);
    }
    return places;
  }

  void add_text(int number, std::string text) {
    if (number <= 0 || number > kHighestNumber) return;
    try {
      (void)QPDFObjectHandle::parse(&any_, text);
    } catch (const std::exception&) {
      return;  // damaged: as good as lost
    }
    note_kind(number, text);
    objects_[number] = {0, 0, std::move(text)};
  }

  [[nodiscard]] std::vector<int> pages_in_order() const {
    std::map<std::size_t, int> by_turn;
    for (const auto& [number, turn] : pages_) by_turn.emplace(turn, number);
    std::vector<int> pages;
    for (const auto& [turn, number] : by_turn) pages.push_back(number);
    return pages;
  }

  // Its number; made where it is lost. 0: no page was found.
  int catalog() {
    if (catalog_ != 0 && tree_ != 0) return catalog_;
    if (pages_.empty() && tree_ == 0) return 0;
    int next = objects_.rbegin()->first;
    if (tree_ == 0) {
      std::string kids;
      for (const int page : pages_in_order()) kids += std::to_string(page) + " 0 R ";
      objects_[tree_ = ++next] = {
          0, 0, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>"};
    }
    objects_[++next] = {0, 0, "<< /Type /Catalog /Pages " + std::to_string(tree_) + " 0 R >>"};
    return next;
  }

  std::string written(int root) {
    std::string out(bytes_);
    out += '\n';
    for (auto& [number, found] : objects_) {
      if (found.text.empty()) continue;
      found.offset = out.size();
      out += std::to_string(number) + " 0 obj\n" + found.text + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (const auto& [number, found] : objects_) {
      char entry[64];
      std::snprintf(entry, sizeof entry, "%d 1\n%010zu %05d n \n", number, found.offset, found.generation);
      out += entry;
    }
    out += "trailer\n<< /Size " + std::to_string(objects_.rbegin()->first + 1) + " /Root " + std::to_string(root) +
           " 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return out;
  }

  std::string_view bytes_;
  NextWord stream_{bytes_, "stream"};
  NextWord end_{bytes_, "endobj"};
  NextWord stream_end_{bytes_, "endstream"};
  std::size_t inflatable_ = kMostUnpacked;  // bytes that may still come out of object streams …
  std::size_t addable_ = kMostUnpacked;     // … and be parsed as objects of theirs
  QPDF any_;                                // without a document qpdf parses no references
  std::map<int, FoundObject> objects_;
  std::unordered_map<int, std::size_t> pages_;  // by number: in which turn it was noted, the file's order
  std::size_t noted_ = 0;
  int catalog_ = 0;
  int tree_ = 0;  // the page tree's root
};

}  // namespace

std::optional<std::string> rebuilt_file(const std::string& bytes) {
  return Rebuilder(bytes).run();
}

}  // namespace prongsai::source
