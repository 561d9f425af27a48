#include "pipeline/collect/pages/page_messages.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/pages/archive.hpp"
#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/workers/messages/cbor.hpp"

namespace prongsai::collect {
namespace {

using nlohmann::json;

json binary_of(const std::string& bytes) {
  return json::binary({bytes.begin(), bytes.end()});
}

std::string bytes_of(const json& node) {
  const auto& binary = node.get_binary();
  return {binary.begin(), binary.end()};
}

// A text of an answer: cut to its bound, and made what every later reader takes.
std::string text_in(const json& node, std::size_t most) {
  return text::cleaned(text::cut(node.get_ref<const std::string&>(), most));
}

json list_of(const std::vector<std::string>& texts) {
  json list = json::array();
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

std::vector<std::string> texts_in(const json& list, std::size_t most, std::size_t longest) {
  if (list.size() > most) throw std::runtime_error("a page's answer holds too many texts");
  std::vector<std::string> texts;
  for (const json& text : list) texts.push_back(text_in(text, longest));
  return texts;
}

json message_of(const Page& page) {
  json links = json::array();
  for (const PageLink& link : page.links) links.push_back({link.href, link.words, link.line, link.shown});
  return {{"title", page.title},     {"heading", page.heading}, {"breadcrumb", list_of(page.breadcrumb)},
          {"links", links},          {"base", page.base},       {"lines", list_of(page.lines)},
          {"refresh", page.refresh}, {"scripts", page.scripts}, {"password", page.asks_password},
          {"cut", page.cut}};
}

Page page_in(const json& message) {
  Page page;
  page.title = text_in(message.at("title"), kLongestWords);
  page.heading = text_in(message.at("heading"), kLongestWords);
  page.breadcrumb = texts_in(message.at("breadcrumb"), kMostCrumbs, kLongestWords);
  page.lines = texts_in(message.at("lines"), kMostLines, kLongestWords);
  page.base = text_in(message.at("base"), kLongestLink);
  page.refresh = text_in(message.at("refresh"), kLongestLink);
  page.scripts = message.at("scripts").get<int>();
  page.asks_password = message.at("password").get<bool>();
  page.cut = message.at("cut").get<bool>();
  const json& links = message.at("links");
  if (links.size() > kMostLinks) throw std::runtime_error("a page's answer holds too many links");
  for (const json& link : links) {
    page.links.push_back({text_in(link.at(0), kLongestLink), text_in(link.at(1), kLongestWords), link.at(2).get<int>(),
                          link.at(3).get<bool>()});
  }
  return page;
}

std::vector<ArchiveEntry> entries_in(const json& list) {
  if (list.size() > kMostEntries) throw std::runtime_error("an archive's answer holds too many files");
  std::vector<ArchiveEntry> entries;
  std::size_t total = 0;
  for (const json& entry : list) {
    entries.push_back(
        {text_in(entry.at(0), kLongestWords), bytes_of(entry.at(1)), text_in(entry.at(2), kLongestWords)});
    total += entries.back().bytes.size();
  }
  if (total > kMostArchiveBytes) throw std::runtime_error("an archive's answer holds too many bytes");
  return entries;
}

std::string picture_in(const json& node) {
  std::string png = bytes_of(node);
  if (png.size() > kLargestPicture || (!png.empty() && !png.starts_with("\x89PNG\r\n\x1A\n")))
    throw std::runtime_error("a page's answer holds something else than a picture");
  return png;
}

}  // namespace

std::string encode(const PageJob& job) {
  json lines = json::array();
  for (const source::PaintedLine& line : job.lines) {
    lines.push_back({text::cleaned(line.text), static_cast<int>(line.look)});
  }
  return workers::to_cbor({{"kind", static_cast<int>(job.kind)},
                           {"type", text::cleaned(job.content_type)},
                           {"bytes", binary_of(job.bytes)},
                           {"lines", lines}});
}

std::string encode(const PageAnswer& answer) {
  json entries = json::array();
  for (const ArchiveEntry& entry : answer.entries) {
    entries.push_back(json::array({entry.name, binary_of(entry.bytes), entry.left_out}));
  }
  return workers::to_cbor({{"page", message_of(answer.page)},
                           {"addresses", list_of(answer.addresses)},
                           {"entries", entries},
                           {"picture", binary_of(answer.picture)}});
}

PageJob decode_page_job(std::string_view bytes) {
  const json message = workers::from_cbor(bytes);
  PageJob job{static_cast<PageJob::Kind>(message.at("kind").get<int>()), message.at("type"),
              bytes_of(message.at("bytes"))};
  for (const json& line : message.at("lines")) {
    job.lines.push_back({line.at(0), static_cast<source::PaintedLine::Look>(line.at(1).get<int>())});
  }
  return job;
}

PageAnswer decode_page_answer(std::string_view bytes) {
  const json message = workers::from_cbor(bytes);
  return {page_in(message.at("page")), texts_in(message.at("addresses"), kMostLinks, 8000),
          entries_in(message.at("entries")), picture_in(message.at("picture"))};
}

}  // namespace prongsai::collect
