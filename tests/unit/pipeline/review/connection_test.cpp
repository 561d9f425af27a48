// How much of a request has come.
#include "pipeline/review/server/connection.hpp"

#include <gtest/gtest.h>

namespace prongsai::review {
namespace {

TEST(ArrivedTest, TellsWhenARequestIsWhole) {
  const auto how = [](const std::string& bytes) { return arrived(bytes, 200, 1000); };
  EXPECT_EQ(how(""), Arrived::part);
  EXPECT_EQ(how("GET / HTTP/1.1\r\nHost: a\r\n"), Arrived::part);
  EXPECT_EQ(how("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), Arrived::whole);
  EXPECT_EQ(how("POST / HTTP/1.1\r\ncontent-length: 3\r\n\r\nab"), Arrived::part);
  EXPECT_EQ(how("POST / HTTP/1.1\r\nCONTENT-LENGTH:3\r\n\r\nabc"), Arrived::whole);
  EXPECT_EQ(how("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n"), Arrived::whole) << "to be refused in words";
  EXPECT_EQ(how("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n"), Arrived::whole);
  EXPECT_EQ(how("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"), Arrived::part);
  EXPECT_EQ(how("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"), Arrived::whole);
  EXPECT_EQ(how("GET / HTTP/1.1\r\nX: " + std::string(300, 'x')), Arrived::too_much);
  EXPECT_EQ(how("GET / HTTP/1.1\r\nX: " + std::string(300, 'x') + "\r\n\r\n"), Arrived::too_much);
}

TEST(ArrivedTest, WhatTwoReadersWouldReadDifferentlyOrIsPackedIsNotTakenUp) {
  const auto refusal = [](const std::string& headers) {
    return refusal_unread("GET / HTTP/1.1\r\n" + headers + "\r\n\r\n");
  };
  EXPECT_EQ(refusal("Host: a\r\nContent-Length: 3"), 0);
  EXPECT_EQ(refusal("Host: a\r\nTransfer-Encoding: chunked"), 0);
  EXPECT_EQ(refusal("Host: a\nContent-Encoding: gzip"), 400);
  EXPECT_EQ(refusal("Host: a\rb"), 400);
  EXPECT_EQ(refusal(std::string("Host: a\0b", 9)), 400);
  EXPECT_EQ(refusal("Content-Length: 3\r\ncontent-length: 4"), 400);
  EXPECT_EQ(refusal("Content-Length: 3\r\nTransfer-Encoding: chunked"), 400);
  EXPECT_EQ(refusal("content-encoding: br"), 415);
  EXPECT_EQ(refusal_unread("POST / HTTP/1.1\r\nHost: a\r\n\r\na\nb\rc"), 0) << "a body is what it is";
}

}  // namespace
}  // namespace prongsai::review
