// JSON takes no enumeration for a number: whoever writes one chooses its word.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <type_traits>

#include "models/finding.hpp"
#include "models/page.hpp"

namespace prongsai::store {
namespace {

template <typename Value>
constexpr bool kBecomesJson = std::is_constructible_v<nlohmann::json, Value>;
template <typename Value>
concept ReadFromJson = requires(const nlohmann::json& json) {
  json.get<Value>();
};

static_assert(kBecomesJson<int> && ReadFromJson<int>);
static_assert(!kBecomesJson<Severity> && !kBecomesJson<PageSource> && !ReadFromJson<Severity>);

TEST(JsonEnums, AreWrittenByTheirWords) {
  EXPECT_EQ(nlohmann::json(word_of(Severity::warning)).dump(), "\"warning\"");
}

}  // namespace
}  // namespace prongsai::store
