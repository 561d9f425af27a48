// Where a report says whose it is, of which year and to which item: by place, strongest first. A value found in one of
// these places was put there to be read; a value that running text mentions was not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/reading.hpp"
#include "extractors/text/agencies/agencies.hpp"
#include "models/evidence.hpp"

namespace prongsai::layouts {

struct NamePlace {
  enum class Kind {
    memo_head,  // ส่วนราชการ …, ชื่อหน่วยงาน …: a label that asks for the name
    letterhead,  // ที่ ศธ ๐๒๐๐/๑๒๓ …: beside an official letter's number, who sends it
    issuer,      // ประกาศ…, คำสั่ง… at the head of the first page: who issued it
    cover,       // the head of the first page, up to its prose: cover, masthead, letterhead
    title,       // a title of the report (see titles.hpp) with the lines that belong to it
    subject,     // a memo's subject: เรื่อง …
    signature,   // below the text of the last page: an officer's title
    cell,        // a short cell of a table at the head of the first page: a form's head
    contact,     // a line over an address or telephone number: where to reach the office
  };
  Kind kind = Kind::cover;
  std::string text;       // one printed line, or lines that go on in the next
  Evidence at;            // of its first line
  bool sentence = false;  // it runs on from margin to margin: it may name its office, but tells no year of the report
  bool goes_on = false;   // its paragraph does: a name that ends with the line may go on in the next
  Doubts doubts = {};     // of `text`
};

// All of them, in reading order. Annexed forms and lines of prose are none.
[[nodiscard]] std::vector<NamePlace> find_name_places(const Reading& reading, const Knowledge& knowledge,
                                                      const text::Agencies& agencies);

[[nodiscard]] IdentityPlace place_of(NamePlace::Kind kind);

// Its word, as it is stored and told.
[[nodiscard]] std::string_view name_of(NamePlace::Kind kind);

// What a value read there weighs: see votes.hpp.
[[nodiscard]] double weight_of(NamePlace::Kind kind);

}  // namespace prongsai::layouts
