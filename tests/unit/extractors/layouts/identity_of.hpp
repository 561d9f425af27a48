// Whose report and of which year the shipped layouts take a document for.
#pragma once

#include <string>

#include "extracted.hpp"

namespace prongsai::test {

inline std::string agency_of(const DocumentBuilder& builder) {
  return layouts::extract(builder).agency.value_or("-");
}

inline int year_of(const DocumentBuilder& builder) {
  return layouts::extract(builder).fiscal_year.value_or(0);
}

}  // namespace prongsai::test
