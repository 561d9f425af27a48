// The files of data/agencies as they are written; data/agencies/families.yaml explains their grammar.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace prongsai::text {

struct Province {
  std::string name;
  std::vector<std::string> also;  // other ways to write it
};

struct Office {
  std::string abbr;
  std::string name;
  std::string type;
  std::string under;  // the regional office above it; "" where none
};

// How the names of one kind of office are written.
struct Family {
  enum class Of { listed, province, name };
  std::string type;
  std::vector<std::string> heads;  // the first is the canonical one
  Of of = Of::listed;
  std::vector<std::string> parents;
  std::vector<std::string> under;  // types of families that stand above it, and yet are reporting offices themselves
};

struct ParentOffice {
  std::string name;
  std::vector<std::string> also;
};

struct AgencyData {
  std::vector<Province> provinces;
  std::vector<Office> offices;
  std::vector<Family> families;
  std::vector<ParentOffice> parents;
  std::vector<std::string> stop_words;
  std::vector<std::string> number_tails;
};

// Throws std::runtime_error naming the file and line when a file is missing, broken or contradicts another.
[[nodiscard]] AgencyData load_agency_data(const std::filesystem::path& folder);

}  // namespace prongsai::text
