#include "pipeline/collect/fetch/address_guard.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prongsai::collect {
namespace {

const std::vector<std::string> kInside = {"0.0.0.0",
                                          "10.0.0.1",
                                          "10.255.255.255",
                                          "100.64.0.1",
                                          "100.100.100.200",
                                          "100.127.255.255",
                                          "127.0.0.1",
                                          "127.255.255.254",
                                          "169.254.169.254",
                                          "169.254.170.2",
                                          "168.63.129.16",
                                          "172.16.0.1",
                                          "172.31.255.255",
                                          "192.0.0.192",
                                          "192.0.2.1",
                                          "192.88.99.1",
                                          "192.168.1.1",
                                          "198.18.0.1",
                                          "198.19.255.255",
                                          "198.51.100.7",
                                          "203.0.113.9",
                                          "224.0.0.1",
                                          "239.255.255.255",
                                          "240.0.0.1",
                                          "255.255.255.255",
                                          "::",
                                          "::1",
                                          "::ffff:10.0.0.1",
                                          "::ffff:8.8.8.8",
                                          "::127.0.0.1",
                                          "64:ff9b::a9fe:a9fe",
                                          "64:ff9b::808:808",
                                          "64:ff9b:1::1",
                                          "100::1",
                                          "2001::1",
                                          "2001:20::1",
                                          "2001:db8::1",
                                          "2002:7f00:1::",
                                          "3fff::1",
                                          "5f00::1",
                                          "fc00::1",
                                          "fd00:ec2::254",
                                          "fe80::1",
                                          "fec0::1",
                                          "ff02::1"};

const std::vector<std::string> kPublic = {
    "1.1.1.1",         "8.8.8.8",    "9.255.255.255",   "11.0.0.0",    "100.63.255.255",       "100.128.0.0",
    "126.255.255.255", "128.0.0.1",  "172.15.0.1",      "172.32.0.1",  "192.167.0.1",          "192.169.0.1",
    "198.17.0.1",      "198.20.0.1", "223.255.255.255", "203.146.0.1", "2001:4860:4860::8888", "2400:cb00::1",
    "2a00:1450::1"};

TEST(AddressGuard, RefusesWhatIsNotPublic) {
  const AddressGuard guard;
  for (const std::string& number : kInside) EXPECT_NE(guard.refusal(number), "") << number;
  for (const std::string& number : kPublic) EXPECT_EQ(guard.refusal(number), "") << number;
}

TEST(AddressGuard, SaysWhatAnAddressIs) {
  EXPECT_EQ(AddressGuard().refusal("127.0.0.1"), "its number 127.0.0.1 is this machine itself");
  EXPECT_EQ(AddressGuard().refusal("fd00:ec2::254"), "its number fd00:ec2::254 is a private network's");
  EXPECT_NE(AddressGuard().refusal("no number"), "");
}

TEST(AddressGuard, AllowsWhatItIsToldTo) {
  const AddressGuard one(false, {"127.0.0.1", "0:0:0:0:0:0:0:1"});
  EXPECT_EQ(one.refusal("127.0.0.1"), "");
  EXPECT_EQ(one.refusal("::1"), "");
  EXPECT_NE(one.refusal("127.0.0.2"), "");
  EXPECT_NE(one.refusal("::ffff:127.0.0.1"), "");
  EXPECT_EQ(AddressGuard(true).refusal("10.0.0.1"), "");
  EXPECT_THROW(AddressGuard(false, {"localhost"}), std::runtime_error);
}

TEST(AddressGuard, RefusesOtherKindsOfSockets) {
  sockaddr local{};
  local.sa_family = AF_UNIX;
  EXPECT_NE(AddressGuard(true).refusal(&local), "");
}

}  // namespace
}  // namespace prongsai::collect
