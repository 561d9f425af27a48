// Any text as a published URL: a verdict without a crash; what is called malformed has no host, all else has one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/url_judge.hpp"
#include "tests/fuzz/data_folder.hpp"

namespace {

using prongsai::checks::Url;
using prongsai::checks::UrlPlace;
using prongsai::checks::UrlRules;

void check(const Url& url) {
  if (url.host.empty()) std::abort();
  for (const auto* parts : {&url.segments, &url.query}) {
    for (const std::string& part : *parts) {
      if (!prongsai::text::is_valid_utf8(part)) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const UrlRules rules(prongsai::fuzz::data_folder() / "checks" / "urls.yaml");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view first = text.substr(0, text.find('\n'));
  const auto url = prongsai::checks::parse_url(first);
  if (url) check(*url);
  const std::string main_site(text.substr(std::min(first.size() + 1, text.size())));
  for (const std::optional<std::string>& site : {std::optional<std::string>(), std::optional(main_site)}) {
    const auto verdict = rules.judge(first, site);
    if ((verdict.place == UrlPlace::malformed) == url.has_value()) std::abort();
  }
  for (const std::string& found : prongsai::checks::find_urls(text)) {
    if (found.empty() || text.find(found) == std::string_view::npos) std::abort();
  }
  return 0;
}
