// The offices that a passage names, of any kind: no parts of offices and none that stands above the reporting ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

class PassageOffices {
 public:
  // Both must outlive it.
  PassageOffices(const Record& record, const Identity& identity);

  // As printed or as lists name them, in the order of their places.
  [[nodiscard]] std::vector<OfficeName> whole_in(std::string_view text) const;
  // … and what the lists find besides: a name that a sentence goes on behind.
  [[nodiscard]] std::vector<OfficeName> all_in(std::string_view text) const;
  // Those of which it says that they got something, offices above the reporting ones among them.
  [[nodiscard]] std::vector<OfficeName> that_may_have_got_in(std::string_view text) const;
  // "ตามที่กรม…ได้รับผลการประเมิน ITA …": the office of which a clause says right behind its name that it got a result, the
  // last one before that byte. What follows is its, up to where another is named.
  [[nodiscard]] std::optional<OfficeName> said_to_get_before(std::string_view text, std::size_t at) const;
  // "… ได้คะแนน 92.17 กรุงเทพมหานครได้คะแนน": behind what was said of an office somebody else gets something, whom lists
  // may not know. What only goes on ("และได้", "โดยมี") speaks of the same.
  [[nodiscard]] bool goes_on_with_others(std::string_view tight_text) const;
  // Where the reporting office's name stands, whether lists know it or not.
  [[nodiscard]] std::vector<TextSpan> own_in(std::string_view text) const;

  // A line that is nothing but names: one or several of them, an address behind the last.
  [[nodiscard]] bool is_nothing_but(const std::vector<OfficeName>& names, std::string_view line) const;
  // The office that such a line is the name of, where it is one.
  [[nodiscard]] std::optional<OfficeName> alone_in(std::string_view line) const;

  // "คะแนนของเทศบาลตำบลเขาน้อยซึ่งเป็นต้นแบบ มีดังนี้", a heading "ผลการประเมินของ…": the one office named in the words
  // before a list, or in a heading or caption, whose scores they lead to.
  [[nodiscard]] std::optional<std::string> whose_scores_follow(std::string_view words, bool heading) const;

  // "เขต 1" in a report of "… เขต 2": another of the same name, told by its number alone.
  [[nodiscard]] std::vector<OfficeName> siblings_in(std::string_view text) const;

  // The reporting office, in its own spelling or by its address.
  [[nodiscard]] bool is_own(const OfficeName& office) const;

  // "อบต.หนองน้ำ อบต.บ้านไร่", "ก และ ข": names of one kind right beside each other, or joined: of what follows, none
  // is told apart. (A school and the area above it are two kinds.)
  [[nodiscard]] bool stand_beside(const OfficeName& left, const OfficeName& right, std::string_view text) const;

 private:
  [[nodiscard]] std::vector<OfficeName> in_part(std::string_view text, std::size_t from) const;
  [[nodiscard]] std::vector<OfficeName> of_any_kind_in(std::string_view text) const;
  [[nodiscard]] bool gets_a_result(std::string_view behind) const;
  [[nodiscard]] bool begins_with_result(std::string_view tight_text) const;

  const Record* record_;
  const Identity* identity_;
  OfficeNames names_;
};

}  // namespace prongsai::layouts::scores
