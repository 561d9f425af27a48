// Which kind of office (สพป., อบจ., …) each reporting office is, by its name. For this library only.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

class OfficeKinds {
 public:
  // `kind_of`: a name's kind, "" for none; may be empty: then there are none.
  explicit OfficeKinds(std::function<std::string(const std::string&)> kind_of) : kind_of_(std::move(kind_of)) {}

  // The kinds that there are, in order.
  [[nodiscard]] std::vector<std::string> all(store::RelationReader& reader);

  // The names of a kind's offices.
  [[nodiscard]] std::vector<std::string> offices_of(store::RelationReader& reader, const std::string& kind);

 private:
  // Calls `visit` with each office and its kind. A name is looked up once and kept.
  void each(store::RelationReader& reader,
            const std::function<void(const std::string& office, const std::string& kind)>& visit);

  std::function<std::string(const std::string&)> kind_of_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> known_;  // by name
};

}  // namespace prongsai::review
