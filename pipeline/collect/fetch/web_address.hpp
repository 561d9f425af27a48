// Addresses of the web as offices write them: parsed, made ASCII, resolved against a page, compared.
//
// Parsing is libcurl's (RFC 3986), so that what is checked is what is asked. Before it, text is put right as browsers
// do: blanks around it and line breaks inside go, \ becomes /, a letter that no address may hold is percent-encoded as
// the bytes that it stands in (UTF-8, or TIS-620 where the text is not UTF-8). Hosts become ASCII by IDNA 2008.
#pragma once

#include <string>
#include <string_view>

#include "models/result.hpp"

namespace prongsai::collect {

struct WebAddress {
  std::string url;     // without fragment and default port; ASCII
  std::string scheme;  // http or https
  std::string host;    // lower case, ASCII; an IPv6 address in brackets
  int port = 0;        // given or default
  std::string path;    // begins with /
  std::string query;   // without the question mark; "" where there is none
  bool scheme_given = true;

  [[nodiscard]] std::string origin() const;      // scheme://host:port
  [[nodiscard]] std::string path_query() const;  // what the server is asked for
  friend bool operator==(const WebAddress&, const WebAddress&) = default;
};

// An address as typed; without a scheme it is taken as https. The Failure is one English clause that says what is
// wrong: another scheme, a user name or password in it, no host, a port that browsers refuse.
[[nodiscard]] Result<WebAddress> parse_address(std::string_view text);

// A link of a page at `base`. Failures as above; "#…" and "" are the page itself.
[[nodiscard]] Result<WebAddress> resolve_address(const WebAddress& base, std::string_view link);

// The same for all spellings of one page's address: scheme, www., index pages, closing slash, how letters are encoded
// and what only counts visitors (utm_…, fbclid) are left out. For comparing, never for asking.
[[nodiscard]] std::string address_key(const WebAddress& address);

// The domain that somebody registered, with the list of public suffixes: ita.office.go.th gives office.go.th. An IP
// address and a bare suffix give themselves.
[[nodiscard]] std::string registered_domain(std::string_view host);

// For people: Thai letters instead of percent signs and xn--.
[[nodiscard]] std::string readable_address(std::string_view url);

}  // namespace prongsai::collect
