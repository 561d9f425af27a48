// Whose a figure in running text is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/office_course.hpp"
#include "extractors/layouts/scores/passage_offices.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

class ProseOffices {
 public:
  // The record's scores are looked at as they come; both must outlive it.
  ProseOffices(const Record& record, const Identity& identity);

  // Where names of offices stand in a text, the reporting one's among them whether lists know it or not.
  [[nodiscard]] std::vector<TextSpan> named_in(std::string_view text) const;

  // Whether a text is nothing but the name of another office than the reporting one.
  [[nodiscard]] bool is_anothers_name(std::string_view text) const;

  struct Owner {
    std::optional<std::string> agency;
    std::optional<StatedIn> from;
    bool of_many = false;  // it is the mean of a set of offices
    bool several = false;  // it is one of several offices', none can tell which one's
  };
  // The office that a figure at that byte offset is of; `told`: by the lines before. Names are taken from what was
  // read: a phrase set right may have swallowed a letter of one.
  // The one whose name begins at that byte.
  [[nodiscard]] Owner owner_named_at(std::string_view text, std::size_t begin) const;
  [[nodiscard]] Owner owner_of(std::string_view text, std::size_t at, const OfficeCourse::Told& told) const;

 private:
  [[nodiscard]] std::string without_bystanders(std::string_view text) const;
  [[nodiscard]] bool stands_aside(std::string_view text, const OfficeName& name) const;
  [[nodiscard]] bool is_complement(std::string_view text, std::size_t from, const OfficeName& name) const;
  [[nodiscard]] bool tells(std::string_view text, const OfficeName& name) const;
  [[nodiscard]] bool calls_by_kind(std::string_view tight_text, const std::string& office) const;
  [[nodiscard]] std::optional<std::string> last_named_before(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool named_beside_others(std::string_view text, std::size_t at) const;
  [[nodiscard]] std::optional<std::string> office_that_got(std::string_view text, std::size_t at) const;
  [[nodiscard]] std::optional<std::string> subject_of_clause(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool is_of_a_part(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool is_theirs(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool speaks_of_itself(std::string_view tight_text) const;
  [[nodiscard]] bool is_of_a_crowd(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool speaks_to_addressee(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool is_told_its_scores(const std::optional<std::string>& office) const;

  const Record* record_;
  const Identity* identity_;
  PassageOffices offices_;
  std::optional<std::string> addressee_;
};

}  // namespace prongsai::layouts::scores
