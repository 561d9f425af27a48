// The words that the database and messages between processes use for enumerations. An unknown word throws
// std::runtime_error: the file was changed by hand or damaged.
#pragma once

#include <string>
#include <string_view>

#include "models/aside.hpp"
#include "models/damage.hpp"
#include "models/evidence.hpp"
#include "models/fetch.hpp"
#include "models/finding.hpp"
#include "models/page.hpp"
#include "models/publication.hpp"
#include "models/record.hpp"

namespace prongsai::store {

[[nodiscard]] std::string name_of(TextSource source);         // text, ocr
[[nodiscard]] std::string name_of(PageSource source);         // text, ocr, mixed, blank
[[nodiscard]] std::string name_of(Severity severity);         // error, warning, info
[[nodiscard]] std::string name_of(Status status);             // extracted, partial, failed, deferred
[[nodiscard]] std::string name_of(StatedIn place);            // row, column, caption, sentence, title, report
[[nodiscard]] std::string name_of(Aside::Kind kind);          // as the enumerators
[[nodiscard]] std::string name_of(DamageEffect effect);       // harmless, rebuilt, lost, unseen, unpainted
[[nodiscard]] std::string name_of(Fetch::Outcome outcome);    // as the enumerators
[[nodiscard]] std::string name_of(Publication::State state);  // as the enumerators
[[nodiscard]] std::string name_of(Publication::Place place);  // as the enumerators

void parse_name(std::string_view name, TextSource& source);
void parse_name(std::string_view name, PageSource& source);
void parse_name(std::string_view name, Severity& severity);
void parse_name(std::string_view name, Status& status);
void parse_name(std::string_view name, StatedIn& place);
void parse_name(std::string_view name, Aside::Kind& kind);
void parse_name(std::string_view name, DamageEffect& effect);
void parse_name(std::string_view name, Fetch::Outcome& outcome);
void parse_name(std::string_view name, Publication::State& state);
void parse_name(std::string_view name, Publication::Place& place);

}  // namespace prongsai::store
