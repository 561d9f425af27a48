// Who may write to a database. Writers that joined coexist; one that takes the database over shuts out all that came
// before it, wherever they run: each of their transactions is refused from then on, checked under the database's own
// lock by triggers of their connection. What a file system's locks do not hold back, as in a transaction that a machine
// had begun when it lost the network, no check of ours can.
#pragma once

#include <cstdint>
#include <stdexcept>

namespace SQLite {
class Database;
}

namespace prongsai::store {

class Store;

// Another writer has taken the database over; nothing more was written.
class TakenOver : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// This connection may write until somebody takes the database over. Joining again is joining anew.
void join_lease(Store& store);

// The epoch that a connection joined or took; and joining as a helper of that connection, in another process.
[[nodiscard]] std::int64_t held_epoch(Store& store);
void join_lease(Store& store, std::int64_t epoch);

// Takes the database over. Runs that were under way are recorded as interrupted.
void take_lease(Store& store);

}  // namespace prongsai::store
