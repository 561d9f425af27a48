// One question to a server.
#pragma once

#include <string>

#include "models/fetch.hpp"
#include "pipeline/collect/fetch/web_address.hpp"

namespace prongsai::collect {

struct FetchRequest {
  WebAddress address;
  std::string etag;           // of what is kept already: only what is new is sent
  std::string last_modified;  // likewise
  bool make_sure = false;     // what the server says is not there is asked once more
};

struct Fetched {
  Fetch fetch;
  std::string request;    // its head, as sent
  std::string body_file;  // path of the decoded body; "" for none. Whoever takes it moves or removes it.
};

}  // namespace prongsai::collect
