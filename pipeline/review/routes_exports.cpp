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
#include "pipeline/review/desk.hpp"
#include "pipeline/review/letter.hpp"
#include "pipeline/review/submission_filter.hpp"

namespace prongsai::review {
namespace fs = std::filesystem;
namespace {

using exporting::Format;
using nlohmann::json;

constexpr std::int64_t kMostReports = 3000;  // of one file; `prongsai export` takes any number
constexpr std::size_t kMostOffices = 300;    // of one archive of letters

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
  static const std::map<std::string, Kind, std::less<>> all = {
      {"xlsx", {Format::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
      {"csv", {Format::csv, "zip", "application/zip"}},
      {"datapackage", {Format::datapackage, "zip", "application/zip"}},
      {"jsonl", {Format::jsonl, "jsonl", "application/x-ndjson"}},
  };
  return all;
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

// What the page shows: its reports, and of their findings those that the filter means.
exporting::Selection selection_for(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  const Condition reports = submission_filter(desk, request, reader);
  exporting::Selection selection{
      {"id IN (SELECT s.id FROM submission s WHERE " + reports.sql + ")", reports.parameters}, std::nullopt};
  const Condition findings = finding_filter(desk, request, reader);
  if (findings.sql != reports.sql) {
    selection.findings = exporting::Condition{
        "finding.id IN (SELECT f.id FROM finding f JOIN submission s ON s.id = f.submission_id WHERE " + findings.sql +
            ")",
        findings.parameters};
  }
  return selection;
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
    options.selection = selection_for(desk, request, reader);
    const auto& [sql, parameters] = options.selection->submissions;
    if (number_of(reader, "SELECT count(*) FROM submission WHERE " + sql, parameters) > kMostReports) {
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

// One report for each office and year; a report without an office stands alone.
std::vector<std::int64_t> offices_of(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  const Condition condition = submission_filter(desk, request, reader);
  std::vector<std::int64_t> ids;
  reader.each("SELECT min(s.id) FROM submission s WHERE " + condition.sql +
                  " GROUP BY coalesce(s.agency, s.id), s.fiscal_year ORDER BY min(s.agency), s.fiscal_year LIMIT " +
                  std::to_string(kMostOffices + 1),
              condition.parameters, [&](const store::Row& row) {
                ids.push_back(std::get<std::int64_t>(row[0]));
                return true;
              });
  return ids;
}

// The finished letters, each for all of an office's reports of a year; which are drafts is told in a list.
void send_letters(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::vector<std::int64_t> ids = offices_of(desk, request, reader);
  if (ids.size() > kMostOffices) {
    return send_error(
        response, 422,
        "too many offices for one archive: narrow the filter to " + std::to_string(kMostOffices) + " at most");
  }
  std::vector<std::pair<std::string, std::string>> files;
  std::set<std::string> names;
  std::string drafts;
  for (const std::int64_t id : ids) {
    const Letter letter = letter_of(reader, id, true);
    std::string name = letter_file_name(letter);
    if (!names.insert(name).second) name.insert(name.rfind('.'), " " + std::to_string(id));
    if (letter.is_finished()) {
      files.emplace_back(name, letter_document(letter.text));
    } else {
      drafts += name + ": " + letter.text["draft"].get<std::string>() + "\r\n";
    }
  }
  if (files.empty()) return send_error(response, 422, "the filter leaves no finished letter");
  if (!drafts.empty()) files.emplace_back("ยังไม่พร้อมส่ง.txt", "\xEF\xBB\xBF" + drafts);
  send_file(response, "หนังสือแจ้ง-" + today() + ".zip", "application/zip", exporting::zipped(files));
}

}  // namespace

void add_export_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/export/([a-z]{1,20}))",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_dataset(desk, request, response); });
  add_get(
      server, desk, Right::read, "/api/v1/letters",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_letters(desk, request, response); });
}

}  // namespace prongsai::review
