// How much work a file will be, without reading it: for sharing a year's files out fairly.
#pragma once

#include "pipeline/stages/read_document.hpp"

namespace prongsai::stages {

struct Workload {
  int pages = 0;
  int scanned_pages = 0;  // pages that need character recognition, estimated from a few of them
};

// With what is attached to it. Zero pages for a file that is no readable PDF: it will not take long.
[[nodiscard]] Workload measure(ReportBytes report);

// Relative cost: a scanned page takes some thirty times as long as one with a text layer.
[[nodiscard]] double cost_of(const Workload& load);

}  // namespace prongsai::stages
