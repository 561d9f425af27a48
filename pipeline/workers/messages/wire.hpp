// What coordinator and worker say to each other, as bytes (CBOR). Both are the same program, so the form is free to
// change; what a worker sends is still distrusted, because an untrusted file may have taken it over: reading it throws
// std::runtime_error for anything that is not a whole message.
#pragma once

#include <string>
#include <string_view>

#include "models/judgement.hpp"
#include "models/omissions.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::workers {

// To a worker.
struct Job {
  enum class Kind {
    extract,
    judge,
    measure,  // how much work the file will be: page_count and scanned_pages only
  };
  Kind kind = Kind::extract;
  Submission submission;  // what is to be read: a file, or a document within one
  Record record;          // to be judged; empty for extract
  Omissions omit;         // what it does without
};

// The file to open for it, escaped; "" for none.
[[nodiscard]] std::string file_to_open(const Job& job);

// From a worker.
struct Reply {
  enum class Kind {
    ready,  // loaded, with engine_version
    page,   // took up page_no of page_count
    done,   // record and sha256 (of an extract job), judgement, seconds, peak_kib
    fatal,  // cannot work at all: message
    step,   // the pages are read, and what follows them: step
  };
  Kind kind = Kind::ready;
  int page_no = 0;
  int page_count = 0;
  std::string step;       // "" for none that can be left out
  int scanned_pages = 0;  // of a measured file, estimated
  std::string sha256;     // of the bytes that `record` was read from; "" where none could be read
  Record record;
  Judgement judgement;
  double seconds = 0;      // wall time of the job
  long long peak_kib = 0;  // the most memory that it took, what was loaded before included
  std::string engine_version;
  std::string notice;  // ready: what the system does not offer (sandbox)
  std::string message;
};

[[nodiscard]] std::string encode(const Job& job);
[[nodiscard]] std::string encode(const Reply& reply);
[[nodiscard]] Job decode_job(std::string_view bytes);
[[nodiscard]] Reply decode_reply(std::string_view bytes);

}  // namespace prongsai::workers
