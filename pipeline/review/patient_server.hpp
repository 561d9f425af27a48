// httplib's server with an end to its patience: its own time limits are for one read each, so that a client that sends
// a byte now and then would hold a thread for hours (slowloris). Here a whole request must arrive, and its answer be
// taken, within a time.
#pragma once

#include <httplib.h>

#include <chrono>

namespace prongsai::review {

class PatientServer : public httplib::Server {
 public:
  explicit PatientServer(std::chrono::milliseconds patience) : patience_(patience) {}

 private:
  // Serves one connection until it ends.
  bool process_and_close_socket(socket_t socket) override;

  [[nodiscard]] bool comes_another(socket_t socket) const;

  std::chrono::milliseconds patience_;
};

}  // namespace prongsai::review
