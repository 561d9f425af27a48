// Words in what was read: any run of letters, because Thai puts no blanks between words and two letters can be one.
#include <httplib.h>

#include <algorithm>

#include "extractors/text/thai_repair.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostHits = 200;
constexpr std::size_t kMostBytes = 400;  // of the words looked for
constexpr std::size_t kAround = 70;      // letters before and after the hit

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The hit with some letters around it, cut between letters.
std::string snippet(const std::string& text, const std::string& words) {
  const auto hit = std::search(text.begin(), text.end(), words.begin(), words.end(),
                               [](char a, char b) { return folded(a) == folded(b); });
  auto from = hit;
  auto to = hit + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(words.size()), text.end() - hit);
  for (std::size_t n = 0; n < kAround && from != text.begin(); ++n) {
    do --from;
    while (from != text.begin() && continues(*from));
  }
  for (std::size_t n = 0; n < kAround && to != text.end(); ++n) {
    do ++to;
    while (to != text.end() && continues(*to));
  }
  return (from == text.begin() ? "" : "…") + std::string(from, to) + (to == text.end() ? "" : "…");
}

void search(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  // The database holds repaired text: a query typed with ํ + า must find ำ.
  const std::string words = text::repair_thai(request.get_param_value("q").substr(0, kMostBytes)).text;
  if (words.empty()) return send_json(response, {{"rows", json::array()}, {"total", 0}, {"more", false}});
  store::RelationReader reader(desk.options.db);
  const store::TextHits found = store::search_texts(reader, words, kMostHits);
  json rows = json::array();
  for (const store::TextHit& hit : found.hits) {
    json row = rows_of(reader, "SELECT id AS submission_id, agency, source_path FROM submission WHERE id = ?1",
                       {hit.submission_id})[0];
    row["page_no"] = hit.page_no ? json(*hit.page_no) : json(nullptr);
    row["snippet"] = snippet(hit.text, words);
    rows.push_back(std::move(row));
  }
  const std::size_t total = rows.size();
  send_json(response, {{"rows", std::move(rows)}, {"total", total}, {"more", found.more}, {"words", words}});
}

}  // namespace

void add_search_routes(httplib::Server& server, Desk& desk) {
  server.Get("/api/v1/search", [&desk](const httplib::Request& request, httplib::Response& response) {
    search(desk, request, response);
  });
}

}  // namespace prongsai::review
