// What is known of a file before it is opened.
#pragma once

#include <optional>
#include <string>

namespace prongsai {

// One row of the manifest (submissions.csv). Absent fields are not stated.
struct ManifestRow {
  std::string file;
  std::optional<std::string> agency;
  std::optional<int> fiscal_year;        // Buddhist Era
  std::optional<std::string> item_code;  // canonical (O34)
  std::optional<std::string> main_site;  // URL of the agency's main website
  std::optional<std::string> published_url;
  std::optional<std::string> publication;  // what `collect` found there: pipeline/checks/publication_facts.hpp, as JSON
  std::string manifest;                    // path of the manifest, as it was given
  int line = 0;                            // in the manifest, from 1; 0 when read back from the database
};

struct Submission {
  std::string source_path;  // as it was given
  // Absolute, links resolved: what tells one file from another. UTF-8; bytes that are not UTF-8 stand as \xNN.
  std::string canonical_path;
  // Of a document that is attached to another one: its place there, from the file inwards ("3", "3/1"); "" for a file.
  std::string attached_at;
  std::string sha256;                  // of the file's bytes, lower-case hex; "" when they could not be read
  std::optional<long long> file_size;  // bytes
  std::optional<ManifestRow> manifest;
};

}  // namespace prongsai
