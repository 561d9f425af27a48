// Where a published URL stands: on the agency's main site, on a work group's page of it, or on another host.
//
// Rule of the assessment: items are judged "จากเว็บไซต์หลักของหน่วยงาน", from the agency's main website (NACC, notice
// 1741 of 2564). Patterns are data: data/checks/urls.yaml.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::checks {

struct Url {
  std::string host;                   // lower case, without port and final dot
  std::vector<std::string> segments;  // of the path, percent-decoded to UTF-8 (from UTF-8 or TIS-620 bytes)
  std::vector<std::string> query;     // names and values, decoded likewise
};

// http, https or no scheme at all; nothing for anything that no browser would open.
[[nodiscard]] std::optional<Url> parse_url(std::string_view text);

// ASCII letters small, all else as it is.
[[nodiscard]] std::string lower_ascii(std::string_view text);

// The URLs written in running text: from http://, https:// or www. to the next blank.
[[nodiscard]] std::vector<std::string> find_urls(std::string_view text);

enum class UrlPlace {
  main_site,   // on the main site, or nothing speaks against it
  group_page,  // a work group's page: a path or sub-domain of the main site
  external,    // a host that is not the agency's
  malformed,   // no URL that could be opened
};

struct UrlVerdict {
  UrlPlace place = UrlPlace::main_site;
  std::string because;  // the host, path part or sub-domain that decided it
};

class UrlRules {
 public:
  // Throws std::runtime_error naming file and line.
  explicit UrlRules(const std::filesystem::path& file);

  // Without a main site only shared hosts (Facebook, Google Drive, …) and group paths can be told.
  [[nodiscard]] UrlVerdict judge(std::string_view url, const std::optional<std::string>& main_site) const;

  // A host that many share: Facebook, a drive, a site builder. Small letters.
  [[nodiscard]] bool is_shared_host(std::string_view host) const;
  // A part of an address, of a page's title or of its breadcrumb that names a work group.
  [[nodiscard]] bool names_group(std::string_view part) const;

 private:
  [[nodiscard]] std::string without_main_label(std::string_view host) const;
  [[nodiscard]] std::optional<std::string> group_part(const Url& url, const std::vector<std::string>& own) const;

  std::vector<std::string> main_labels_;
  std::vector<std::string> shared_hosts_;
  std::vector<std::string> group_names_;
  std::vector<std::string> group_beginnings_;
  std::vector<std::string> not_groups_;
  std::vector<std::string> page_endings_;
};

}  // namespace prongsai::checks
