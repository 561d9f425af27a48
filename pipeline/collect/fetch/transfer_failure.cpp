#include "pipeline/collect/fetch/transfer_failure.hpp"

namespace prongsai::collect {

bool is_certificate_error(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR ||
         code == CURLE_SSL_INVALIDCERTSTATUS;
}

std::string what_failed(CURLcode code) {
  if (is_certificate_error(code)) return "the certificate's issuer, name or dates were not accepted";
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the name of its host could not be looked up";
    case CURLE_COULDNT_CONNECT:
      return "its host could not be connected to";
    case CURLE_OPERATION_TIMEDOUT:
      return "its host did not answer in time";
    case CURLE_SSL_CONNECT_ERROR:
      return "no encrypted connection came about";
    case CURLE_GOT_NOTHING:
      return "its host said nothing";
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return "the connection broke off";
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return "its host's answer is not understood";
    default:
      return "the connection failed (error " + std::to_string(static_cast<int>(code)) + " of libcurl)";
  }
}

}  // namespace prongsai::collect
