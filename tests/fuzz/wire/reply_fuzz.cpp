// What the coordinator makes of a reading process's message: whatever the bytes, an answer that it may believe or an
// error; and what it believes can be sent on.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "pipeline/workers/messages/vetting.hpp"
#include "pipeline/workers/messages/wire.hpp"

using namespace prongsai::workers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Reply reply;
  try {
    reply = decode_reply({reinterpret_cast<const char*>(data), size});
  } catch (const std::runtime_error&) {
    return 0;
  }
  if (fault_of(reply, {})) return 0;
  if (fault_of(decode_reply(encode(reply)), {})) abort();
  return 0;
}
