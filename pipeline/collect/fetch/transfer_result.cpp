#include <cctype>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/fetch/transfer.hpp"
#include "pipeline/collect/fetch/transfer_failure.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::collect {
namespace {

// Headers are bytes; old servers send Thai file names as they are.
std::string clean_header(std::string_view bytes) {
  return text::is_valid_utf8(bytes) ? text::cleaned(bytes) : text::cleaned(stages::decode_thai_bytes(bytes));
}

bool same_name(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':') return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(line[i])) != std::tolower(static_cast<unsigned char>(name[i])))
      return false;
  }
  return true;
}

std::string_view trimmed_value(std::string_view value) {
  while (!value.empty() && std::isspace(static_cast<unsigned char>(value.front()))) value.remove_prefix(1);
  while (!value.empty() && std::isspace(static_cast<unsigned char>(value.back()))) value.remove_suffix(1);
  return value;
}

}  // namespace

// The value as its bytes are; "" where the answer has no such line.
std::string Transfer::header(const char* name) const {
  std::string_view rest = received_;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (same_name(line, name)) return std::string(trimmed_value(line.substr(std::string_view(name).size() + 1)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return "";
}

long long Transfer::retry_after() const {
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
  return seconds;
}

void Transfer::read_outcome(CURLcode code, Fetch& fetch) const {
  if (!refusal_.empty()) {
    fetch.outcome = Fetch::Outcome::refused;
    fetch.cause = refusal_;
  } else if (code == CURLE_OK || enough_) {
    fetch.outcome = fetch.status == 304 ? Fetch::Outcome::unchanged : Fetch::Outcome::answered;
  } else if (is_certificate_error(code)) {
    fetch.outcome = Fetch::Outcome::untrusted;
    fetch.cause = what_failed(code);
    fetch.certificate = fetch.cause;
  } else if (code == CURLE_FILESIZE_EXCEEDED || !broken_off_.empty()) {
    fetch.outcome = Fetch::Outcome::too_large;
    fetch.cause = broken_off_.empty() ? "the answer is larger than allowed" : broken_off_;
  } else {
    fetch.outcome = Fetch::Outcome::failed;
    fetch.cause = what_failed(code);
  }
}

// Throws where what came in could not all be written.
void Transfer::close_body() {
  if (body_ != nullptr && std::fclose(std::exchange(body_, nullptr)) != 0) cannot_write();
  if (not_written_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove(body_path_, ignored);
  throw std::runtime_error(not_written_);
}

Fetched Transfer::result(CURLcode code) {
  close_body();
  Fetched fetched;
  Fetch& fetch = fetched.fetch;
  CURL* const handle = handle_.get();
  long status = 0;
  char* number = nullptr;
  long verified = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle, CURLINFO_PRIMARY_IP, &number);
  curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &verified);
  fetch.url = request_.address.url;
  fetch.status = static_cast<int>(status);
  fetch.address = number != nullptr ? number : "";
  read_outcome(code, fetch);
  if (settings_.accept_certificates && verified != 0) fetch.certificate = "the certificate is not valid";
  fetch.headers = clean_header(received_);
  if (const std::string location = header("Location"); !location.empty()) {
    const auto target = resolve_address(request_.address, location);
    fetch.location = target ? target.value().url : "";
    if (!target)
      fetch.cause = "it leads to '" + clean_header(location).substr(0, 200) + "': " + target.failure().message;
  }
  fetch.content_type = clean_header(header("Content-Type"));
  fetch.last_modified = clean_header(header("Last-Modified"));
  fetch.etag = clean_header(header("ETag"));
  fetched.request = clean_header(sent_);
  std::error_code error;
  if (fetch.outcome == Fetch::Outcome::answered && bytes_ > 0) {
    fetch.bytes = bytes_;
    const auto hash = stages::sha256_of_file(body_path_);
    if (!hash) throw std::runtime_error(body_path_.string() + ": " + hash.failure().message);
    fetch.sha256 = hash.value().sha256;
    fetched.body_file = body_path_;
  } else {
    std::filesystem::remove(body_path_, error);
  }
  return fetched;
}

}  // namespace prongsai::collect
