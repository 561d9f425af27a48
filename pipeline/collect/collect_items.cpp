#include "pipeline/collect/collect_items.hpp"

#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::collect {
namespace {

std::string office_of(const ManifestRow& row) {
  for (const auto* address : {&row.main_site, &row.published_url}) {
    const auto parsed = parse_address(address->value_or(""));
    if (!parsed) continue;
    return address == &row.main_site ? address_key(parsed.value()) : "host " + parsed.value().host;
  }
  return "agency " + row.agency.value_or("");
}

}  // namespace

store::CollectItem item_of(const ManifestRow& row) {
  store::CollectItem item;
  item.row = row;
  item.office_key = office_of(row);
  const std::string year = row.fiscal_year ? std::to_string(*row.fiscal_year) : "";
  item.item_key = stages::sha256_of(row.agency.value_or("") + "\n" + year + "\n" + row.item_code.value_or("") + "\n" +
                                    row.published_url.value_or(row.main_site.value_or("")))
                      .substr(0, 32);
  return item;
}

bool in_shard(const std::string& office_key, int shard, int shards) {
  if (shards <= 1) return true;
  const unsigned long hash = std::stoul(stages::sha256_of(office_key).substr(0, 8), nullptr, 16);
  return hash % static_cast<unsigned long>(shards) == static_cast<unsigned long>(shard - 1);
}

}  // namespace prongsai::collect
