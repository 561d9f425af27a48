// Words in what was read: any run of letters, because Thai puts no blanks between words and two letters can be one.
#include <httplib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/text/thai_repair.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/snippets.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostHits = 200;
constexpr std::size_t kMostBytes = 400;  // of the words looked for

void search(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  // The database holds repaired text: a query typed with ํ + า must find ำ.
  const std::string words = text::repair_thai(request.get_param_value("q").substr(0, kMostBytes)).text;
  store::RelationReader reader(desk.options.db);
  const store::TextHits found = store::search_texts(reader, words, kMostHits);
  std::vector<std::pair<store::TextHit, Snippet>> hits;
  for (const store::TextHit& hit : found.hits) hits.emplace_back(hit, snippet_of(hit.text, words));
  // What begins a word is what was meant, mostly: it comes first.
  std::stable_partition(hits.begin(), hits.end(), [](const auto& hit) { return hit.second.begins_word; });
  json rows = json::array();
  for (const auto& [hit, snippet] : hits) {
    json row = rows_of(reader, "SELECT id AS submission_id, agency, source_path FROM submission WHERE id = ?1",
                       {hit.submission_id})[0];
    row["page_no"] = hit.page_no ? json(*hit.page_no) : json(nullptr);
    row["snippet"] = snippet.text;
    rows.push_back(std::move(row));
  }
  const std::size_t total = rows.size();
  send_json(response, {{"rows", std::move(rows)}, {"total", total}, {"more", found.more}, {"words", words}});
}

}  // namespace

void add_search_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/search",
          [&desk](const httplib::Request& request, httplib::Response& response) { search(desk, request, response); });
}

}  // namespace prongsai::review
