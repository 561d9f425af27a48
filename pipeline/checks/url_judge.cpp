#include "pipeline/checks/url_judge.hpp"

#include <algorithm>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::checks {
namespace {

bool has(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool has_beginning(std::string_view text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) { return text.starts_with(b); });
}

bool is_subdomain(std::string_view host, std::string_view of) {
  return host.size() > of.size() + 1 && host.ends_with(of) && host[host.size() - of.size() - 1] == '.';
}

bool begins_with(const std::vector<std::string>& path, const std::vector<std::string>& beginning) {
  return path.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

}  // namespace

UrlRules::UrlRules(const std::filesystem::path& path) {
  const text::DataNode root = text::read_data_file(path);
  root.allow_keys({"main_labels", "shared_hosts", "group_names", "group_beginnings", "not_groups", "page_endings"});
  main_labels_ = root.at("main_labels").texts();
  shared_hosts_ = root.at("shared_hosts").texts();
  group_names_ = root.at("group_names").texts();
  group_beginnings_ = root.at("group_beginnings").texts();
  not_groups_ = root.at("not_groups").texts();
  page_endings_ = root.at("page_endings").texts();
}

bool UrlRules::is_shared_host(std::string_view host) const {
  return std::any_of(shared_hosts_.begin(), shared_hosts_.end(),
                     [&](const std::string& shared) { return host == shared || is_subdomain(host, shared); });
}

// www.agency.go.th and ita.agency.go.th are the agency's main site as much as agency.go.th is.
std::string UrlRules::without_main_label(std::string_view host) const {
  const std::size_t dot = host.find('.');
  const bool more_follows = dot != std::string_view::npos && host.find('.', dot + 1) != std::string_view::npos;
  return std::string(more_follows && has(main_labels_, host.substr(0, dot)) ? host.substr(dot + 1) : host);
}

bool UrlRules::names_group(std::string_view part) const {
  const std::string name = lower_ascii(part);
  if (has_beginning(name, not_groups_)) return false;
  return has(group_names_, name) || has_beginning(name, group_beginnings_);
}

// The part of path or query that names a work group. A file's own name tells what it is about, not where it lies.
std::optional<std::string> UrlRules::group_part(const Url& url, const std::vector<std::string>& own) const {
  for (std::size_t i = begins_with(url.segments, own) ? own.size() : 0; i < url.segments.size(); ++i) {
    const std::string name = lower_ascii(url.segments[i]);
    const bool last = i + 1 == url.segments.size();
    const bool a_file = last && name.find('.') != std::string::npos &&
                        !std::any_of(page_endings_.begin(), page_endings_.end(),
                                     [&](const std::string& ending) { return name.ends_with(ending); });
    if (!a_file && names_group(name)) return url.segments[i];
  }
  for (const std::string& part : url.query) {
    if (names_group(part)) return part;
  }
  return std::nullopt;
}

UrlVerdict UrlRules::judge(std::string_view text, const std::optional<std::string>& main_site) const {
  const auto url = parse_url(text);
  if (!url) return {UrlPlace::malformed, std::string(text)};
  const auto main = main_site ? parse_url(*main_site) : std::nullopt;
  const std::string host = without_main_label(url->host);
  const std::vector<std::string> own = main ? main->segments : std::vector<std::string>();
  if (is_shared_host(url->host)) {
    // A site builder's host is the agency's own only below the path that the main site has there.
    const bool same_site = main && main->host == url->host && !own.empty() && begins_with(url->segments, own);
    if (!same_site) return {UrlPlace::external, url->host};
  } else if (main && host != without_main_label(main->host)) {
    const std::string main_host = without_main_label(main->host);
    if (is_subdomain(host, main_host)) return {UrlPlace::group_page, url->host};
    return {UrlPlace::external, url->host};
  }
  if (const auto group = group_part(*url, own)) return {UrlPlace::group_page, *group};
  return {UrlPlace::main_site, url->host};
}

}  // namespace prongsai::checks
