// Words in what was read: any run of letters, because Thai puts no blanks between words and two letters can be one.
#include <httplib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/search_words.hpp"
#include "pipeline/review/snippets.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/queries/text_search.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostHits = 2000;
constexpr std::size_t kHitsPerPage = 50;
constexpr std::size_t kMostBytes = 400;  // of the words looked for

// What begins a word is what was meant, mostly: within a page of hits it comes first.
json rows_of_hits(store::RelationReader& reader, const std::vector<store::TextHit>& hits, std::size_t page,
                  const std::string& words) {
  std::vector<std::pair<store::TextHit, Snippet>> shown;
  const std::size_t from = std::min((page - 1) * kHitsPerPage, hits.size());
  for (std::size_t i = from; i < std::min(from + kHitsPerPage, hits.size()); ++i) {
    shown.emplace_back(hits[i], snippet_of(hits[i].text, words));
  }
  std::stable_partition(shown.begin(), shown.end(), [](const auto& hit) { return hit.second.begins_word; });
  json rows = json::array();
  for (const auto& [hit, snippet] : shown) {
    json row = store::json_of(store::report_name(reader, hit.submission_id).value());
    row["page_no"] = hit.page_no ? json(*hit.page_no) : json(nullptr);
    row["snippet"] = snippet.text;
    rows.push_back(std::move(row));
  }
  return rows;
}

void search(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::vector<std::string> words = search_words(std::string(text::cut(request.get_param_value("q"), kMostBytes)));
  store::RelationReader reader(desk.options.db);
  const store::TextHits found =
      store::search_texts(reader, {words, submission_filter(desk, request, reader)}, kMostHits);
  const auto page = static_cast<std::size_t>(number_in(request, "page", 1, 1));
  send_json(response, {{"rows", rows_of_hits(reader, found.hits, page, words.empty() ? "" : words.front())},
                       {"total", found.hits.size()},
                       {"size", kHitsPerPage},
                       {"more", found.more},
                       {"words", words}});
}

}  // namespace

void add_search_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/search",
          [&desk](const httplib::Request& request, httplib::Response& response) { search(desk, request, response); });
}

}  // namespace prongsai::review
