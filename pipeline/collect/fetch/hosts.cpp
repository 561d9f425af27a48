#include "pipeline/collect/fetch/hosts.hpp"

#include <arpa/inet.h>
#include <idn2.h>
#include <libpsl.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "pipeline/collect/fetch/web_address.hpp"

namespace prongsai::collect {
namespace {

// Debian's list, kept up to date by its package; the library's own copy where it is not installed.
const psl_ctx_t* suffix_list() {
  static const std::unique_ptr<psl_ctx_t, decltype(&psl_free)> kLoaded(
      psl_load_file("/usr/share/publicsuffix/public_suffix_list.dafsa"), psl_free);
  return kLoaded ? kLoaded.get() : psl_builtin();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Failure no_host() {
  return {"malformed_address", "it names no host"};
}

bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.find("..") != std::string_view::npos)
    return false;
  if (host.find('.') == std::string_view::npos) return false;  // no public site's name goes without one
  return std::all_of(host.begin(), host.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '_';
  });
}

}  // namespace

bool is_ip_address(std::string_view host) {
  std::string bare(host);
  if (bare.size() > 2 && bare.front() == '[' && bare.back() == ']') bare = bare.substr(1, bare.size() - 2);
  in6_addr six{};
  in_addr four{};
  return inet_pton(AF_INET, bare.c_str(), &four) == 1 || inet_pton(AF_INET6, bare.c_str(), &six) == 1;
}

Result<std::string> ascii_host(std::string_view host) {
  std::string name(host);
  if (!is_ascii(name)) {
    char* ascii = nullptr;
    if (idn2_to_ascii_8z(name.c_str(), &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK) return no_host();
    name = ascii;
    idn2_free(ascii);
  }
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  if (name.starts_with('[')) return is_ip_address(name) ? Result<std::string>(name) : no_host();
  if (!name.empty() && name.back() == '.') name.pop_back();
  if (!is_host_name(name)) return no_host();
  return name;
}

std::string unicode_host(const std::string& host) {
  char* letters = nullptr;
  if (idn2_to_unicode_8z8z(host.c_str(), &letters, 0) != IDN2_OK) return host;
  std::string out = letters;
  idn2_free(letters);
  return out;
}

std::string registered_domain(std::string_view host) {
  const std::string name(host);
  if (is_ip_address(name)) return name;
  const char* domain = psl_registrable_domain(suffix_list(), name.c_str());
  return domain != nullptr ? domain : name;
}

}  // namespace prongsai::collect
