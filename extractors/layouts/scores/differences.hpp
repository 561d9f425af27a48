// Figures of a table that are what two others differ by.
#pragma once

#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// Takes out the figures of an office or year that are, of every subject told, by how much those of two others differ:
// "ช่องว่าง (Gap)", "เพิ่ม/ลด", whatever the column is called.
void drop_differences(TableReading& reading);

}  // namespace prongsai::layouts::scores
