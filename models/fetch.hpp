// One request that `collect` made, and what came of it: one hop, redirects are hops of their own.
#pragma once

#include <string>

#include "models/words.hpp"

namespace prongsai {

struct Fetch {
  enum class Outcome {
    answered,   // by the server, whatever its status; redirects too
    unchanged,  // 304: what was kept before still stands; type, bytes and sha256 are those
    forbidden,  // not asked: robots.txt does not allow it
    refused,    // not asked: the address leads where no untrusted address may lead
    untrusted,  // not asked: the certificate is not valid
    too_large,  // broken off: more bytes than allowed, or an encoding that unpacks beyond measure
    failed,     // no answer: no such host, no connection, no end in time
  };
  Outcome outcome = Outcome::failed;
  std::string url;
  std::string at;  // of the last try, UTC, ISO 8601
  int tries = 0;
  int status = 0;             // HTTP; 0 for none
  std::string cause;          // English clause, where there was no answer
  std::string headers;        // of the answer, as received (HTTP/1.1 form)
  std::string location;       // of a redirect, made absolute; "" where it cannot be opened
  std::string content_type;   // as given
  std::string last_modified;  // as given
  std::string etag;           // as given
  long long bytes = 0;        // of the decoded body
  std::string sha256;         // of the decoded body; "" where none was kept
  std::string address;        // number that was connected to
  std::string certificate;    // what is wrong with it; "" where nothing is or none was needed
  std::string warc;           // file name in the folder's warc/; "" for none
  long long warc_offset = 0;  // bytes
  long long warc_end = 0;     // bytes: where what was written for it ends
};

constexpr auto words_of(Fetch::Outcome) {
  using enum Fetch::Outcome;
  return std::to_array<Worded<Fetch::Outcome>>({{answered, "answered"},
                                                {unchanged, "unchanged"},
                                                {forbidden, "forbidden"},
                                                {refused, "refused"},
                                                {untrusted, "untrusted"},
                                                {too_large, "too_large"},
                                                {failed, "failed"}});
}

}  // namespace prongsai
