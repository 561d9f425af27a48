// Any bytes: whatever is found in a text lies inside it, begins before it ends, and comes in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/agencies/agencies.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "tests/fuzz/data_folder.hpp"

namespace {

template <typename Found>
void check(const std::vector<Found>& found, std::string_view text, bool apart = true) {
  std::size_t last = 0;
  for (const Found& one : found) {
    if (one.begin >= one.end || one.end > text.size() || (apart && one.begin < last)) std::abort();
    last = one.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace prongsai::text;
  static const Agencies agencies(prongsai::fuzz::data_folder() / "agencies");
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(find_numbers(text), text);
  check(find_years(text), text);
  check(find_dates(text), text, false);  // the two days of a range share their month
  check(find_item_codes(text, kAnyItem), text);
  check(find_item_codes(text, kAnyItem, true), text);
  check(find_list_numbers(text), text);
  check(agencies.find(text), text);
  check(word_spans(text), text);
  const std::vector<std::string> lines = {text, text};
  if (join_lines(lines).size() > 2 * text.size() + 1) std::abort();
  if (edit_distance(text, fuzzy_key(text), 5) < 0) std::abort();
  return 0;
}
