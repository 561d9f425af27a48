// Parts of a figure set in brackets: "94.86 คะแนน (IIT 95.20 EIT 93.00 OIT 96.00) เป็นลำดับที่ 63": what stands behind them
// goes on with the figure before them.
#pragma once

#include <cstddef>
#include <string_view>

namespace prongsai::layouts::scores {

// Where the brackets begin in which a place of a tight text stands, where they hold a figure of two places and close
// before `at`; npos else.
[[nodiscard]] std::size_t brackets_closed_before(std::string_view tight, std::size_t place, std::size_t at);

}  // namespace prongsai::layouts::scores
