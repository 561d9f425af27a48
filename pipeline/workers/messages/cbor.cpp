#include "pipeline/workers/messages/cbor.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace prongsai::workers {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 16;  // ours have six
// Ours have some 30 a cell, 25 a paragraph. A value of one byte takes 16 in memory, or more.
constexpr std::size_t kMaxValues = 6'000'000;

// Follows the parser and stops it where lists lie too deep or values are too many; builds nothing.
class Guard : public nlohmann::json_sax<json> {
 public:
  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool string(string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool key(string_t&) override { return true; }
  bool start_object(std::size_t) override { return count() && ++depth_ <= kMaxDepth; }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override { return count() && ++depth_ <= kMaxDepth; }
  bool end_array() override { return --depth_ >= 0; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override { return false; }

  [[nodiscard]] bool too_deep() const { return depth_ > kMaxDepth; }
  [[nodiscard]] bool too_many() const { return values_ > kMaxValues; }

 private:
  bool count() { return ++values_ <= kMaxValues; }

  int depth_ = 0;
  std::size_t values_ = 0;
};

}  // namespace

std::string to_cbor(const json& message) {
  std::string bytes;
  json::to_cbor(message, bytes);
  return bytes;
}

json from_cbor(std::string_view bytes) {
  Guard guard;
  (void)json::sax_parse(bytes, &guard, json::input_format_t::cbor);
  if (guard.too_deep()) throw std::runtime_error("a message between processes is nested too deep");
  if (guard.too_many()) throw std::runtime_error("a message between processes holds too many values");
  return json::from_cbor(bytes);
}

}  // namespace prongsai::workers
