// Documents in the form of the seven issues.
#pragma once

#include <string>
#include <vector>

#include "document_builder.hpp"

namespace prongsai::test {

inline std::string thai_digit(std::size_t number) {
  return std::string("๑๒๓๔๕๖๗").substr((number - 1) * 3, 3);
}

inline std::vector<std::string> filled_row() {
  return {"คู่มือเก่า", "ปรับปรุงคู่มือ", "กลุ่มอำนวยการ", "๑. สำรวจ ๒. ปรับปรุง", "รายงานทุกเดือน"};
}

// Issue sections of the seven-issue form from..to, each with a table and its entries in the last row.
inline void add_issues(DocumentBuilder& builder, std::size_t from, std::size_t to) {
  for (std::size_t issue = from; issue <= to; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.text("๐๔ ๐๑๑").text("การวิเคราะห์ผลการประเมิน");
    builder.table(kIssueHeaders, {filled_row()});
    builder.spanning("ระยะเวลาดำเนินการ : ปีงบประมาณ พ.ศ. ๒๕๖๗ ข้อจำกัดของหน่วยงาน : งบประมาณจำกัด");
  }
}

}  // namespace prongsai::test
