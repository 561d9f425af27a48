// robots.txt: what a site does not want programs to ask for (RFC 9309).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::collect {

class Robots {
 public:
  // Everything is allowed.
  Robots() = default;
  // The rules for `name` (a program's name without version), else those for *. Never fails; at most 500 KiB are read.
  [[nodiscard]] static Robots parse(std::string_view text, std::string_view name);
  // Nothing is allowed: the rules exist but could not be had (5xx, no answer).
  [[nodiscard]] static Robots closed(std::string cause);

  // `path_query` begins with /.
  [[nodiscard]] bool allows(std::string_view path_query) const;
  [[nodiscard]] std::chrono::milliseconds delay() const { return delay_; }  // Crawl-delay; 0 where none is asked for
  [[nodiscard]] const std::string& cause() const { return cause_; }  // why they could not be had; "" where they could
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow = false;
  };
  std::vector<Rule> rules_;
  std::chrono::milliseconds delay_{0};
  std::string cause_;
  std::vector<std::string> sitemaps_;
};

}  // namespace prongsai::collect
