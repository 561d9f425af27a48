#include "pipeline/checks/publication_facts.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

namespace prongsai::checks {
namespace {

using nlohmann::json;

// Texts that are not there are not written.
void put_text(json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

Publication read_facts(const json& object) {
  Publication facts;
  const auto state = value_of<Publication::State>(object.at("state").get<std::string>());
  const auto place = value_of<Publication::Place>(object.value("place", "unknown"));
  if (!state || !place) throw json::other_error::create(501, "unknown word", nullptr);
  facts.state = *state;
  facts.place = *place;
  facts.because = object.value("because", "");
  facts.place_because = object.value("place_because", "");
  facts.final_url = object.value("final_url", "");
  facts.unsafe = object.value("unsafe", "");
  facts.unsafe_because = object.value("unsafe_because", "");
  facts.pages_seen = object.value("pages_seen", 0);
  facts.walked_all = object.value("walked_all", false);
  facts.tries = object.value("tries", 0);
  facts.first_at = object.value("first_at", "");
  facts.last_at = object.value("last_at", "");
  for (const json& click : object.value("clicks", json::array())) facts.clicks.push_back({click.at(0), click.at(1)});
  return facts;
}

}  // namespace

std::string publication_text(const Publication& facts) {
  json object;
  object["state"] = word_of(facts.state);
  if (facts.place != Publication::Place::unknown) object["place"] = word_of(facts.place);
  put_text(object, "because", facts.because);
  put_text(object, "place_because", facts.place_because);
  put_text(object, "final_url", facts.final_url);
  put_text(object, "unsafe", facts.unsafe);
  put_text(object, "unsafe_because", facts.unsafe_because);
  put_text(object, "first_at", facts.first_at);
  put_text(object, "last_at", facts.last_at);
  if (facts.pages_seen > 0) object["pages_seen"] = facts.pages_seen;
  if (facts.walked_all) object["walked_all"] = true;
  if (facts.tries > 0) object["tries"] = facts.tries;
  for (const Click& click : facts.clicks) object["clicks"].push_back({click.words, click.url});
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Publication> parse_publication(std::string_view text) {
  try {
    return read_facts(json::parse(text));
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::string clicks_in_words(const Publication& facts) {
  std::string words;
  for (std::size_t i = 1; i < facts.clicks.size(); ++i) {
    const Click& click = facts.clicks[i];
    words += (i > 1 ? " › " : "") + (click.words.empty() ? click.url : click.words);
  }
  return words;
}

std::string bangkok_time(const std::string& utc) {
  std::tm parts{};
  char zone = 0;
  const int read = std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%c", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                               &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &zone);
  if (read != 7 || zone != 'Z') return utc;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  parts.tm_hour += 7;
  const std::time_t moment = timegm(&parts);
  std::tm there{};
  gmtime_r(&moment, &there);
  std::array<char, 40> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M +07:00", &there);
  return text.data();
}

}  // namespace prongsai::checks
