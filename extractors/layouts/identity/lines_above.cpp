#include "extractors/layouts/identity/lines_above.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// Lines apart at most in which a report's head names an office and the one above it: an address may stand between.
constexpr std::size_t kNeighbouringLines = 2;

// The one office that a line of the report's head is the name of.
std::optional<std::string> office_of_line(const NamePlace& place, const OfficeNames& all) {
  const auto names = all.in_place(place.text, place.kind == NamePlace::Kind::issuer);
  const bool one = names.size() == 1 && !names.front().parent && !names.front().unit;
  return one ? std::optional(names.front().name) : std::nullopt;
}

// "สำนักงานประจำศาลจังหวัด…" over "สำนักงานศาลยุติธรรม": a listed office of the whole country below one of an area.
bool is_over_all(const std::string& lower_line, const std::string& upper_line, const Identity& identity) {
  const auto& areas = identity.knowledge.labels.list("issuing_places");
  const auto in_an_area = [&](const std::string& name) { return contains_any(name, areas); };
  return identity.agencies.spelling_is_known(lower_line) && !in_an_area(lower_line) && in_an_area(upper_line);
}

}  // namespace

std::set<std::string> lines_of_offices_above(const Identity& identity, const OfficeNames& names) {
  const std::vector<NamePlace>& places = identity.places;
  std::set<std::string> above;
  std::vector<std::optional<std::string>> offices;
  for (const NamePlace& place : places) offices.push_back(office_of_line(place, names));
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t last = std::min(places.size(), i + kNeighbouringLines + 1);
    for (std::size_t j = i + 1; j < last; ++j) {
      if (places[j].kind != places[i].kind || places[j].at.page_no != places[i].at.page_no) continue;
      if (!offices[i] || !offices[j]) continue;
      if (identity.agencies.stands_above(*offices[j], *offices[i]) || is_over_all(*offices[j], *offices[i], identity))
        above.insert(tight(places[j].text));
      if (identity.agencies.stands_above(*offices[i], *offices[j])) above.insert(tight(places[i].text));
    }
  }
  return above;
}

}  // namespace prongsai::layouts
