#include "pipeline/store/records/names.hpp"

#include <array>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace prongsai::store {
namespace {

template <typename Value, std::size_t N>
using Names = std::array<std::pair<Value, std::string_view>, N>;

constexpr Names<TextSource, 2> kTextSources{{{TextSource::text, "text"}, {TextSource::ocr, "ocr"}}};
constexpr Names<PageSource, 4> kPageSources{
    {{PageSource::text, "text"}, {PageSource::ocr, "ocr"}, {PageSource::mixed, "mixed"}, {PageSource::blank, "blank"}}};
constexpr Names<Severity, 3> kSeverities{
    {{Severity::error, "error"}, {Severity::warning, "warning"}, {Severity::info, "info"}}};
constexpr Names<Status, 4> kStatuses{{{Status::extracted, "extracted"},
                                      {Status::partial, "partial"},
                                      {Status::failed, "failed"},
                                      {Status::deferred, "deferred"}}};

constexpr Names<StatedIn, 6> kPlaces{{{StatedIn::row, "row"},
                                      {StatedIn::column, "column"},
                                      {StatedIn::caption, "caption"},
                                      {StatedIn::sentence, "sentence"},
                                      {StatedIn::title, "title"},
                                      {StatedIn::report, "report"}}};
constexpr Names<Aside::Kind, 7> kAsides{{{Aside::Kind::mark, "mark"},
                                         {Aside::Kind::hidden, "hidden"},
                                         {Aside::Kind::struck, "struck"},
                                         {Aside::Kind::overlay, "overlay"},
                                         {Aside::Kind::woven, "woven"},
                                         {Aside::Kind::unread, "unread"},
                                         {Aside::Kind::attached, "attached"}}};

constexpr Names<DamageEffect, 5> kDamageEffects{{{DamageEffect::harmless, "harmless"},
                                                 {DamageEffect::rebuilt, "rebuilt"},
                                                 {DamageEffect::lost, "lost"},
                                                 {DamageEffect::unseen, "unseen"},
                                                 {DamageEffect::unpainted, "unpainted"}}};

constexpr Names<Fetch::Outcome, 7> kOutcomes{{{Fetch::Outcome::answered, "answered"},
                                              {Fetch::Outcome::unchanged, "unchanged"},
                                              {Fetch::Outcome::forbidden, "forbidden"},
                                              {Fetch::Outcome::refused, "refused"},
                                              {Fetch::Outcome::untrusted, "untrusted"},
                                              {Fetch::Outcome::too_large, "too_large"},
                                              {Fetch::Outcome::failed, "failed"}}};

template <typename Value, std::size_t N>
std::string find_name(const Names<Value, N>& names, Value value) {
  for (const auto& [known, name] : names) {
    if (known == value) return std::string(name);
  }
  assert(false && "an enumerator without a name");
  return {};
}

template <typename Value, std::size_t N>
void find_value(const Names<Value, N>& names, std::string_view name, Value& value) {
  for (const auto& [known, known_name] : names) {
    if (known_name == name) {
      value = known;
      return;
    }
  }
  throw std::runtime_error("unknown word '" + std::string(name) + "' where one of a fixed list belongs");
}

}  // namespace

std::string name_of(TextSource source) {
  return find_name(kTextSources, source);
}
std::string name_of(PageSource source) {
  return find_name(kPageSources, source);
}
std::string name_of(Severity severity) {
  return find_name(kSeverities, severity);
}
std::string name_of(Status status) {
  return find_name(kStatuses, status);
}
std::string name_of(Aside::Kind kind) {
  return find_name(kAsides, kind);
}

std::string name_of(StatedIn place) {
  return find_name(kPlaces, place);
}

std::string name_of(DamageEffect effect) {
  return find_name(kDamageEffects, effect);
}

std::string name_of(Fetch::Outcome outcome) {
  return find_name(kOutcomes, outcome);
}
std::string name_of(Publication::State state) {
  return find_name(kPublicationStates, state);
}
std::string name_of(Publication::Place place) {
  return find_name(kPublicationPlaces, place);
}

void parse_name(std::string_view name, TextSource& source) {
  find_value(kTextSources, name, source);
}
void parse_name(std::string_view name, PageSource& source) {
  find_value(kPageSources, name, source);
}
void parse_name(std::string_view name, Severity& severity) {
  find_value(kSeverities, name, severity);
}
void parse_name(std::string_view name, Status& status) {
  find_value(kStatuses, name, status);
}
void parse_name(std::string_view name, StatedIn& place) {
  find_value(kPlaces, name, place);
}
void parse_name(std::string_view name, Aside::Kind& kind) {
  find_value(kAsides, name, kind);
}
void parse_name(std::string_view name, DamageEffect& effect) {
  find_value(kDamageEffects, name, effect);
}
void parse_name(std::string_view name, Fetch::Outcome& outcome) {
  find_value(kOutcomes, name, outcome);
}
void parse_name(std::string_view name, Publication::State& state) {
  find_value(kPublicationStates, name, state);
}
void parse_name(std::string_view name, Publication::Place& place) {
  find_value(kPublicationPlaces, name, place);
}

}  // namespace prongsai::store
