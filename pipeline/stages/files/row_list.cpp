#include "pipeline/stages/files/row_list.hpp"

namespace prongsai::stages {

void RowList::add(const ManifestRow& row) {
  Packed packed{text_.size(), {}, row.line, row.fiscal_year};
  std::size_t next = 0;
  const auto keep = [&](const std::string& value) {
    packed.lengths.at(next++) = static_cast<std::uint32_t>(value.size());
    text_ += value;
  };
  keep(row.file);
  for (const auto* value : {&row.agency, &row.item_code, &row.main_site, &row.published_url, &row.publication}) {
    keep(value->value_or(""));
  }
  rows_.push_back(packed);
}

ManifestRow RowList::operator[](std::size_t index) const {
  const Packed& packed = rows_[index];
  std::size_t begin = packed.begin;
  std::size_t next = 0;
  const auto value = [&] {
    std::string text = text_.substr(begin, packed.lengths.at(next));
    begin += packed.lengths.at(next++);
    return text;
  };
  const auto given = [&] {
    std::string text = value();
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  };
  ManifestRow row;
  row.manifest = manifest_;
  row.line = packed.line;
  row.fiscal_year = packed.fiscal_year;
  row.file = value();
  row.agency = given();
  row.item_code = given();
  row.main_site = given();
  row.published_url = given();
  row.publication = given();
  return row;
}

}  // namespace prongsai::stages
