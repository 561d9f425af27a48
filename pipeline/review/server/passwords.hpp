// Passwords of accounts: kept as Argon2id hashes (RFC 9106). The only user of libargon2.
#pragma once

#include <string>

namespace prongsai::review {

// As libargon2 encodes it: parameters, salt and hash. Costs some 64 MiB and a tenth of a second, one at a time.
[[nodiscard]] std::string hashed_password(const std::string& password);

// Takes as long for "", the hash of nobody, so that names cannot be told by the time that their refusal takes.
[[nodiscard]] bool is_password(const std::string& given, const std::string& hashed);

// Why it is refused as a new password, in English; "" where it is good: 10 letters at least, 500 bytes at most.
[[nodiscard]] std::string fault_of_password(const std::string& password);

}  // namespace prongsai::review
