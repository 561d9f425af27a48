// The dataset and the letters of what a filter leaves, as files to keep.
#include <httplib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "pipeline/export/export.hpp"
#include "pipeline/export/zip_file.hpp"
#include "pipeline/review/attachment.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/letter/filtered_letters.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace fs = std::filesystem;
namespace {

using exporting::Format;
using nlohmann::json;

constexpr std::int64_t kMostReports = 3000;  // of one file; `prongsai export` takes any number

// A folder of this process alone, gone at the end.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "prongsai_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error(name + ": cannot be made; is the disk full?");
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Kind {
  Format format;
  const char* ending;
  const char* type;
};

const std::map<std::string, Kind, std::less<>>& kinds() {
  static const std::map<std::string, Kind, std::less<>> kAll = {
      {"xlsx", {Format::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
      {"csv", {Format::csv, "zip", "application/zip"}},
      {"datapackage", {Format::datapackage, "zip", "application/zip"}},
      {"jsonl", {Format::jsonl, "jsonl", "application/x-ndjson"}},
  };
  return kAll;
}

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string packed(const fs::path& out) {
  if (!fs::is_directory(out)) return read_whole(out);
  std::map<std::string, std::string> files;  // by name
  for (const auto& entry : fs::directory_iterator(out))
    files[entry.path().filename().string()] = read_whole(entry.path());
  return exporting::zipped({files.begin(), files.end()});
}

void send_dataset(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto kind = kinds().find(request.matches[1].str());
  if (kind == kinds().end()) return send_error(response, 404, "there is no such format");
  const ScratchFolder folder;
  exporting::Options options;
  options.format = kind->second.format;
  options.db = desk.options.db;
  options.out = folder.path() / "out";
  {
    store::RelationReader reader(desk.options.db);
    const store::ReportFilter filter = submission_filter(desk, request, reader);
    options.selection = store::selection_of(filter);
    if (store::count_reports(reader, filter) > kMostReports) {
      return send_error(
          response, 422,
          "too many submissions for one file: narrow the filter to " + std::to_string(kMostReports) + " at most");
    }
  }
  exporting::export_dataset(options, desk.options.data_folder);
  send_file(response,
            "prongsai-" + today() + (kind->first == "datapackage" ? "-datapackage." : ".") + kind->second.ending,
            kind->second.type, packed(options.out));
}

// The finished letters, each for all of an office's reports of a year; which are drafts is told in a list.
void send_letters(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const LetterWords& words = desk.letter_words.value();
  const FilteredLetters letters = letters_of_filter(desk, request, reader);
  std::set<std::string> names;
  const auto name_of = [&](const Letter& letter) {
    std::string name = letter_file_name(letter, words);
    if (!names.insert(name).second) name.insert(name.rfind('.'), " " + std::to_string(letter.reports.front()));
    return name;
  };
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto* list : {&letters.finished, &letters.sent})
    for (const Letter& letter : *list) files.emplace_back(name_of(letter), letter_document(letter.text, words));
  std::string drafts;
  for (const Letter& letter : letters.drafts)
    drafts += name_of(letter) + ": " + letter.text["draft"].get<std::string>() + "\r\n";
  if (files.empty()) throw store::NoSuchTarget("the filter leaves no finished letter");
  if (!drafts.empty()) files.emplace_back(words.say("drafts_name") + ".txt", "\xEF\xBB\xBF" + drafts);
  send_file(response, words.say("file_name", {today()}) + ".zip", "application/zip", exporting::zipped(files));
}

}  // namespace

void add_export_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/export/([a-z]{1,20}))",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_dataset(desk, request, response); });
  add_get(server, desk, Right::read, "/api/v1/letters",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            answer_refusals(response, [&] { send_letters(desk, request, response); });
          });
}

}  // namespace prongsai::review
