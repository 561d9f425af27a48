#include "pipeline/collect/folder.hpp"

#include <fstream>
#include <stdexcept>
#include <system_error>

#include "pipeline/stages/files/kept_body.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::collect {
namespace {

namespace fs = std::filesystem;

void must(const std::error_code& error, const fs::path& path) {
  if (error) throw std::runtime_error(path.string() + ": " + error.message());
}

void make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  must(error, path);
}

}  // namespace

Folder::Folder(fs::path root) : root_(std::move(root)) {
  std::error_code error;
  fs::remove_all(half_done(), error);
  for (const fs::path& path : {root_ / "objects", root_ / "documents", warc(), half_done()}) make_folder(path);
}

fs::path Folder::object(const std::string& sha256) const {
  return stages::kept_body(root_, sha256);
}

bool Folder::has(const std::string& sha256) const {
  std::error_code error;
  return !sha256.empty() && fs::is_regular_file(object(sha256), error);
}

void Folder::keep(const fs::path& file, const std::string& sha256) const {
  std::error_code error;
  const fs::path place = object(sha256);
  make_folder(place.parent_path());
  fs::rename(file, place, error);
  must(error, place);
}

void Folder::keep_bytes(std::string_view bytes, const std::string& sha256) const {
  const fs::path file = half_done() / (sha256 + ".part");
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written (is the disk full?)");
  keep(file, sha256);
}

std::string Folder::bytes(const std::string& sha256, std::size_t most) const {
  std::string bytes;
  if (sha256.empty()) return bytes;
  std::ifstream in(object(sha256), std::ios::binary);
  if (!in) return bytes;
  if (most > 0) {
    bytes.resize(most);
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
  }
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  return bytes;
}

std::string Folder::document_path(const std::string& host, const std::string& name) {
  return "documents/" + host + "/" + name;
}

void Folder::put_name(const std::string& sha256, const fs::path& path) const {
  const fs::path place = root_ / path;
  make_folder(place.parent_path());
  std::error_code error;
  fs::remove(place, error);
  fs::create_hard_link(object(sha256), place, error);
  if (error) fs::copy_file(object(sha256), place, fs::copy_options::overwrite_existing, error);
  must(error, place);
}

std::string Folder::name_document(const std::string& sha256, const std::string& host, const std::string& name) const {
  std::string path = document_path(host, name);
  put_name(sha256, path);
  return path;
}

std::string Folder::keep_picture(std::string_view png, const std::string& host, const std::string& name) const {
  std::string sha256 = stages::sha256_of(png);
  if (!has(sha256)) keep_bytes(png, sha256);
  put_name(sha256, fs::path("pictures") / host / name);
  return sha256;
}

}  // namespace prongsai::collect
