#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

#include "tests/support/test_web/test_web.hpp"

namespace prongsai::testing {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr long kDay = 24L * 3600;
constexpr long kIn2020 = 1'577'836'800;

void add_name(X509* certificate, const std::string& host) {
  X509_NAME* const name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1,
                             0);
  X509_set_issuer_name(certificate, name);
  X509_EXTENSION* const names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + host).c_str());
  X509_add_ext(certificate, names, -1);
  X509_EXTENSION_free(names);
}

void set_time(ASN1_TIME* time, long seconds) {
  ASN1_TIME_set(time, seconds);
}

template <typename Write>
void write_file(const std::string& path, const Write& write) {
  std::FILE* const file = std::fopen(path.c_str(), "w");
  if (file == nullptr) throw std::runtime_error(path + " cannot be written");
  write(file);
  std::fclose(file);
}

}  // namespace

std::string make_certificate(const std::string& folder, const std::string& host, bool expired) {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  set_time(X509_getm_notBefore(certificate.get()), kIn2020);
  set_time(X509_getm_notAfter(certificate.get()), kIn2020 + (expired ? kDay : 36500 * kDay));
  X509_set_pubkey(certificate.get(), key.get());
  add_name(certificate.get(), host);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const std::string path = folder + "/" + host + (expired ? "-expired" : "");
  write_file(path + ".crt", [&](std::FILE* file) { PEM_write_X509(file, certificate.get()); });
  write_file(path + ".key",
             [&](std::FILE* file) { PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
  return path;
}

}  // namespace prongsai::testing
