// The folder that `collect` writes: each body once under its sha256 (objects/), documents under names for people
// (documents/HOST/O34-1a2b3c4d.pdf, links to the bodies where the file system has links), pictures of what was seen
// (pictures/HOST/O34-1a2b3c4d.png, likewise), what was asked and answered (warc/), and the list that `ingest` takes
// (submissions.csv).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace prongsai::collect {

class Folder {
 public:
  // Makes what is missing and empties what an earlier run left half done. Throws std::runtime_error.
  explicit Folder(std::filesystem::path root);

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path half_done() const { return root_ / "half-done"; }
  [[nodiscard]] std::filesystem::path warc() const { return root_ / "warc"; }

  // Takes a file over as the body of this hash.
  void keep(const std::filesystem::path& file, const std::string& sha256) const;
  void keep_bytes(std::string_view bytes, const std::string& sha256) const;
  [[nodiscard]] bool has(const std::string& sha256) const;
  [[nodiscard]] std::filesystem::path object(const std::string& sha256) const;
  // The first bytes of a body, all of it where `most` is 0; "" where there is none.
  [[nodiscard]] std::string bytes(const std::string& sha256, std::size_t most = 0) const;

  // Puts a body under a name; gives its path in the folder. What stood there before goes.
  std::string name_document(const std::string& sha256, const std::string& host, const std::string& name) const;
  // The path that name_document() gives.
  [[nodiscard]] static std::string document_path(const std::string& host, const std::string& name);
  // Keeps a picture as a body and under a name, as above; gives its hash.
  [[nodiscard]] std::string keep_picture(std::string_view png, const std::string& host, const std::string& name) const;

 private:
  void put_name(const std::string& sha256, const std::filesystem::path& path) const;

  std::filesystem::path root_;
};

}  // namespace prongsai::collect
