// How `collect` asks: politeness, patience and bounds.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace prongsai::collect {

struct FetchSettings {
  std::string contact;  // address of a page or a mailbox, told to each server
  bool allow_private = false;
  std::vector<std::string> allowed_addresses;  // numbers that are asked though they are not public
  std::vector<std::string> resolve;            // "host:port:number", as curl takes it: asked instead of name servers
  std::string ca_file;                         // certificates to trust instead of the system's; "" for those
  bool accept_certificates = false;            // fetch from a site whose certificate is not valid, and say so

  int connections = 32;                               // at once, in all
  int per_host = 2;                                   // at once, of one host
  std::chrono::milliseconds delay{500};               // between two beginnings at one host
  std::chrono::milliseconds connect_timeout{20'000};  // until a connection stands
  std::chrono::milliseconds silence{30'000};          // without a byte, nearly
  std::chrono::milliseconds timeout{300'000};         // one answer
  long long max_bytes = 100LL << 20U;                 // of a document, decoded
  long long max_page_bytes = 4LL << 20U;              // of an HTML page; the rest is not taken
  int redirects = 10;
  int tries = 3;                                    // of what fails for a reason that may pass
  std::chrono::milliseconds retry_wait{10'000};     // before the second try, twice that before the third, …
  std::chrono::milliseconds longest_wait{300'000};  // a server that asks for more (Retry-After) is left for another run

  [[nodiscard]] std::string user_agent() const;  // "prongsai/0.1.0 (+contact)"
};

}  // namespace prongsai::collect
