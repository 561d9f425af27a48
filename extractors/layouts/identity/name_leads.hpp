// What stands before an office's name, and what it makes of the name: its beginning, an office above, a law, an
// addressee.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/words/labels.hpp"

namespace prongsai::layouts {

// Where a name is looked for: in a line that is a place of its own, in one that tells who issued the paper, in running
// text.
enum class NameIn { line, issuers_line, passage };

class NameLeads {
 public:
  explicit NameLeads(const Labels& labels) : labels_(&labels) {}

  // A name begins its line, or stands behind a blank or a word that names come behind.
  [[nodiscard]] bool may_begin(std::string_view line, std::size_t at, NameIn where) const;

  // The name of a law (ระเบียบกระทรวงการคลังว่าด้วย…), a slogan (มุ่งสู่…), or whom a letter is sent to.
  [[nodiscard]] bool is_named_otherwise(std::string_view line, std::size_t begin, std::size_t end) const;

  // "สังกัดสำนักงานเขตพื้นที่การศึกษา…"; not "ในสังกัด…", whose offices are those below it.
  [[nodiscard]] bool stands_above(std::string_view line, std::size_t at) const;

 private:
  const Labels* labels_;
};

}  // namespace prongsai::layouts
