#include "extractors/source/pdf/objects_check.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <qpdf/QPDFExc.hh>
#include <set>
#include <string>

#include "extractors/source/pdf/library_reports.hpp"
#include "extractors/source/pdf/stream_check.hpp"

namespace prongsai::source {
namespace {

constexpr std::size_t kMostObjects = 300'000;      // visited
constexpr std::size_t kMostDecoded = 256'000'000;  // bytes of one stream
constexpr std::size_t kMostFaults = 500;           // kept
constexpr int kWholeFile = 0;

struct Fault {
  int object = kWholeFile;  // its number; 0 when it concerns none
  std::string words;
};

// Calls visit(object) once for each indirect object that can be reached, `skip` keys left out, up to a bound.
template <typename Visit>
void walk(QPDFObjectHandle from, const std::set<std::string>& skip, const Visit& visit) {
  std::set<QPDFObjGen> seen;
  std::vector<QPDFObjectHandle> open{from};
  std::size_t steps = 0;
  while (!open.empty()) {
    if (++steps > 10 * kMostObjects || seen.size() > kMostObjects) return;
    QPDFObjectHandle object = open.back();
    open.pop_back();
    if (object.isIndirect()) {
      if (!seen.insert(object.getObjGen()).second) continue;
      visit(object);
    }
    if (object.isStream()) object = object.getDict();
    if (object.isArray()) {
      for (const auto& item : object.aitems()) open.push_back(item);
    } else if (object.isDictionary()) {
      for (const auto& [key, value] : object.ditems()) {
        if (!skip.contains(key)) open.push_back(value);
      }
    }
  }
}

class ObjectCheck {
 public:
  explicit ObjectCheck(QPDF& document) : document_(document) {}

  std::vector<Fault> run() {
    guarded([&] { walk(document_.getTrailer(), {}, [&](QPDFObjectHandle o) { reached(o); }); });
    guarded([&] { look_at_object_streams(); });
    take_warnings();
    guarded([&] { count_pages(); });
    for (const int number : dangling_) add({number, "object " + std::to_string(number) + " is missing from the file"});
    return std::move(faults_);
  }

 private:
  void reached(QPDFObjectHandle object) {
    reached_.insert(object.getObjectID());
    if (object.isNull()) dangling_.push_back(object.getObjectID());
    if (object.isStream()) look_at_stream(object);
  }

  void look_at_stream(QPDFObjectHandle stream) {
    const int number = stream.getObjectID();
    try {
      if (const auto fault = stream_fault(stream, kMostDecoded)) {
        add({number, *fault + " (object " + std::to_string(number) + ")"});
      }
    } catch (const std::exception& error) {
      add({number, error.what()});
    }
  }

  // They hold other objects, and nothing refers to them.
  void look_at_object_streams() {
    for (QPDFObjectHandle object : document_.getAllObjects()) {
      if (!object.isStream() || reached_.contains(object.getObjectID())) continue;
      QPDFObjectHandle type = object.getDict().getKey("/Type");
      if (type.isNameAndEquals("/ObjStm") || type.isNameAndEquals("/XRef")) look_at_stream(object);
    }
  }

  void count_pages() {
    QPDFObjectHandle count = document_.getRoot().getKey("/Pages").getKey("/Count");
    const auto found = static_cast<long long>(document_.getAllPages().size());
    if (!count.isInteger() || count.getIntValue() == found) return;
    add({kWholeFile, "the file says that it has " + std::to_string(count.getIntValue()) + " pages, " +
                         std::to_string(found) + " were found"});
  }

  void take_warnings() {
    for (const QPDFExc& warning : document_.getWarnings()) {
      add({number_in(warning.getObject()), warning.getMessageDetail()});
    }
  }

  // "object 12 0" or "object stream 7 (object 12 0": the last one named.
  static int number_in(const std::string& object) {
    const std::string word = "object ";
    const std::size_t at = object.rfind(word);
    int number = kWholeFile;
    if (at != std::string::npos) {
      std::from_chars(object.data() + at + word.size(), object.data() + object.size(), number);
    }
    return number;
  }

  void add(Fault fault) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
  }

  template <typename Step>
  void guarded(const Step& step) {
    try {
      step();
    } catch (const std::exception& error) {
      add({kWholeFile, error.what()});
    }
  }

  QPDF& document_;
  std::set<int> reached_;
  std::vector<int> dangling_;
  std::vector<Fault> faults_;
};

// Which pages each of the objects is reached from.
std::map<int, std::vector<int>> pages_of(const std::set<int>& objects, const std::vector<QPDFObjectHandle>& pages) {
  std::map<int, std::vector<int>> found;
  for (std::size_t i = 0; i < pages.size() && !objects.empty(); ++i) {
    const int page_no = static_cast<int>(i) + 1;
    const auto note = [&](QPDFObjectHandle object) {
      if (objects.contains(object.getObjectID())) found[object.getObjectID()].push_back(page_no);
    };
    try {
      walk(pages[i], {"/Parent", "/Dest", "/A", "/B", "/StructParent", "/P"}, note);
    } catch (const std::exception&) {
      continue;  // the page cannot be followed: what led to that was reported
    }
  }
  return found;
}

}  // namespace

std::vector<Damage> check_objects(QPDF& document, const std::vector<QPDFObjectHandle>& pages) {
  const std::vector<Fault> faults = ObjectCheck(document).run();
  std::set<int> objects;
  for (const Fault& fault : faults) {
    if (fault.object != kWholeFile) objects.insert(fault.object);
  }
  const auto found = pages_of(objects, pages);
  ReportList rows;
  for (const Fault& fault : faults) {
    const auto place = found.find(fault.object);
    const std::vector<int> at = place == found.end() ? std::vector<int>{kWholeFile} : place->second;
    for (const int page_no : at) {
      rows.turn_to(page_no);
      rows.add(fault.words);
    }
  }
  return rows.all();
}

}  // namespace prongsai::source
