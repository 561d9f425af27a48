// Whose a figure in running text is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

class ProseOffices {
 public:
  // The record's scores are looked at as they come; both must outlive it.
  ProseOffices(const Record& record, const Identity& identity);

  // Where names of offices stand in a text, the reporting one's among them whether lists know it or not.
  [[nodiscard]] std::vector<TextSpan> named_in(std::string_view text) const;

  struct Owner {
    std::optional<std::string> agency;
    std::optional<StatedIn> from;
  };
  // The office that a figure at that byte offset is of. Names are taken from what was read: a phrase set right may have
  // swallowed a letter of one.
  [[nodiscard]] Owner owner_of(std::string_view text, std::size_t at) const;

 private:
  [[nodiscard]] std::vector<OfficeName> whole_offices_in(std::string_view text) const;
  [[nodiscard]] std::optional<std::string> office_that_got(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool is_told_its_scores(const std::optional<std::string>& office) const;

  const Record* record_;
  const Identity* identity_;
  OfficeNames names_;
  std::optional<std::string> addressee_;
};

}  // namespace prongsai::layouts::scores
