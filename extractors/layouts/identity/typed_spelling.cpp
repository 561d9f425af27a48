#include "extractors/layouts/identity/typed_spelling.hpp"

#include <set>
#include <string_view>

#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

class TypedNames {
 public:
  explicit TypedNames(const Identity& identity) : names_(identity.knowledge.labels, identity.agencies) {
    for (const Paragraph& paragraph : identity.reading.document->paragraphs) take(paragraph.text, paragraph.at);
    for (const Table& table : identity.reading.document->tables) {
      for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) take(cell.text, cell.at);
      }
    }
  }

  [[nodiscard]] const std::set<std::string>& all() const { return found_; }

 private:
  void take(std::string_view text, const Evidence& at) {
    if (at.source != TextSource::text) return;
    for (const OfficeName& name : names_.in_passage(text)) found_.insert(name.name);
  }

  OfficeNames names_;
  std::set<std::string> found_;
};

}  // namespace

std::optional<std::string> typed_spelling(const std::string& scanned, const Identity& identity) {
  std::optional<std::string> nearest;
  const TypedNames typed(identity);
  const std::string read = tight(scanned);
  for (const std::string& name : typed.all()) {
    const std::string spelt = tight(name);
    if (spelt == read) return std::nullopt;
    if (spelt.starts_with(read) || read.starts_with(spelt) || !is_same_office(name, scanned, false)) continue;
    if (nearest && tight(*nearest) != spelt) return std::nullopt;
    nearest = name;
  }
  return nearest;
}

}  // namespace prongsai::layouts
