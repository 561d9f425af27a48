#include "pipeline/collect/fetch/transfer.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "version.hpp"

namespace prongsai::collect {
namespace {

constexpr std::size_t kMostHeaders = std::size_t{128} << 10U;  // bytes of an answer's head
constexpr long long kSmallBomb = 10LL << 20U;                  // bytes that may come out of however few
constexpr long long kMostRatio = 100;                          // beyond that, bytes out of one

template <typename Value>
void option(CURL* handle, CURLoption name, Value value) {
  curl_easy_setopt(handle, name, value);
}

long milliseconds(std::chrono::milliseconds time) {
  return static_cast<long>(time.count());
}

}  // namespace

std::string FetchSettings::user_agent() const {
  return std::string("prongsai/") + kVersion + " (+" + contact + ")";
}

Transfer::Transfer(FetchRequest request, const FetchSettings& settings, const AddressGuard& guard, curl_slist* resolve,
                   std::filesystem::path body)
    : request_(std::move(request)),
      settings_(settings),
      guard_(guard),
      body_path_(std::move(body)),
      handle_(curl_easy_init(), curl_easy_cleanup),
      resolve_(resolve) {
  set_up();
  set_bounds();
  set_callbacks();
}

Transfer::~Transfer() {
  if (body_ != nullptr) std::fclose(body_);
}

// Neither proxies nor cookies, credentials or redirects of curl's own: what is asked is what was judged.
void Transfer::set_up() {
  CURL* const handle = handle_.get();
  option(handle, CURLOPT_URL, request_.address.url.c_str());
  option(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  option(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  option(handle, CURLOPT_FOLLOWLOCATION, 0L);
  option(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  option(handle, CURLOPT_PROXY, "");
  option(handle, CURLOPT_NOSIGNAL, 1L);
  option(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  option(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  option(handle, CURLOPT_SSL_VERIFYPEER, settings_.accept_certificates ? 0L : 1L);
  option(handle, CURLOPT_SSL_VERIFYHOST, settings_.accept_certificates ? 0L : 2L);
  if (!settings_.ca_file.empty()) option(handle, CURLOPT_CAINFO, settings_.ca_file.c_str());
  if (resolve_ != nullptr) option(handle, CURLOPT_RESOLVE, resolve_);
  option(handle, CURLOPT_USERAGENT, settings_.user_agent().c_str());
  const auto add = [this](const std::string& line) {
    headers_.reset(curl_slist_append(headers_.release(), line.c_str()));
  };
  add("Accept: text/html, application/pdf, */*;q=0.5");
  add("Accept-Language: th, en;q=0.5");
  if (!request_.etag.empty()) add("If-None-Match: " + request_.etag);
  if (!request_.last_modified.empty()) add("If-Modified-Since: " + request_.last_modified);
  option(handle, CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::set_bounds() {
  CURL* const handle = handle_.get();
  option(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings_.connect_timeout));
  option(handle, CURLOPT_TIMEOUT_MS, milliseconds(settings_.timeout));
  option(handle, CURLOPT_LOW_SPEED_LIMIT, 50L);
  option(handle, CURLOPT_LOW_SPEED_TIME, std::max(1L, milliseconds(settings_.silence) / 1000));
  option(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(settings_.max_bytes));
}

void Transfer::set_callbacks() {
  CURL* const handle = handle_.get();
  for (const auto name : {CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
                          CURLOPT_DEBUGDATA, CURLOPT_PRIVATE}) {
    option(handle, name, this);
  }
  option(
      handle, CURLOPT_WRITEFUNCTION, +[](char* bytes, std::size_t size, std::size_t count, Transfer* self) {
        return self->take_body(bytes, size * count);
      });
  option(
      handle, CURLOPT_HEADERFUNCTION, +[](char* bytes, std::size_t size, std::size_t count, Transfer* self) {
        return self->take_header({bytes, size * count});
      });
  option(
      handle, CURLOPT_OPENSOCKETFUNCTION,
      +[](Transfer* self, curlsocktype, curl_sockaddr* address) { return self->open_socket(address); });
  option(
      handle, CURLOPT_PREREQFUNCTION,
      +[](Transfer* self, char* number, char*, int, int) { return self->before_request(number); });
  option(
      handle, CURLOPT_DEBUGFUNCTION, +[](CURL*, curl_infotype type, char* bytes, std::size_t size, Transfer* self) {
        if (type == CURLINFO_HEADER_OUT && self->sent_.size() < kMostHeaders) self->sent_.append(bytes, size);
        return 0;
      });
  option(handle, CURLOPT_VERBOSE, 1L);  // for the request's head
}

// Names and redirects lead anywhere: the number that is about to be connected to is what counts.
curl_socket_t Transfer::open_socket(curl_sockaddr* address) {
  refusal_ = guard_.refusal(&address->addr);
  if (!refusal_.empty()) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The same for a connection that stood already.
int Transfer::before_request(const char* number) {
  refusal_ = guard_.refusal(std::string(number != nullptr ? number : ""));
  return refusal_.empty() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

std::size_t Transfer::take_header(std::string_view line) {
  if (line.starts_with("HTTP/")) received_.clear();  // an answer before it was an interim one (1xx)
  if (received_.size() + line.size() > kMostHeaders) {
    broken_off_ = "the answer's head is too long";
    return 0;
  }
  received_ += line;
  return line.size();
}

bool Transfer::is_page() const {
  const std::string type = header("Content-Type");
  return type.starts_with("text/") || type.starts_with("application/xhtml");
}

// What this machine cannot do is told of it, not of the office. curl lets no exception through: result() throws.
std::size_t Transfer::cannot_write() {
  not_written_ = body_path_.string() + ": an answer cannot be written: " + std::strerror(errno);
  return CURL_WRITEFUNC_ERROR;
}

// Nothing at the end of a transfer that was broken off on purpose tells more than these words.
std::size_t Transfer::take_body(const char* bytes, std::size_t size) {
  if (body_ == nullptr) body_ = std::fopen(body_path_.c_str(), "wbx");
  if (body_ == nullptr) return cannot_write();
  bytes_ += static_cast<long long>(size);
  curl_off_t received = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
  if (bytes_ > settings_.max_bytes)
    broken_off_ = "the answer is larger than " + std::to_string(settings_.max_bytes) + " bytes";
  if (bytes_ > kSmallBomb && bytes_ > kMostRatio * std::max<curl_off_t>(received, 1))
    broken_off_ = "the answer unpacks to more than a hundred times its size";
  if (!broken_off_.empty()) return CURL_WRITEFUNC_ERROR;
  if (std::fwrite(bytes, 1, size, body_) != size) return cannot_write();
  enough_ = is_page() && bytes_ > settings_.max_page_bytes;
  return enough_ ? CURL_WRITEFUNC_ERROR : size;
}

}  // namespace prongsai::collect
