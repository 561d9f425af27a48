// Whose report and of which year the shipped layouts take a document for.
#pragma once

#include <string>

#include "extracted.hpp"

namespace prongsai::layouts::test {

inline std::string agency_of(const DocumentBuilder& builder) {
  return extract(builder).agency.value_or("-");
}

inline int year_of(const DocumentBuilder& builder) {
  return extract(builder).fiscal_year.value_or(0);
}

}  // namespace prongsai::layouts::test
