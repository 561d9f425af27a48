// Files that the libraries open only while a report is read, though no report names them: fonts that it does not embed,
// tables of character sets, the time zone.
#pragma once

#include <filesystem>
#include <vector>

namespace prongsai::source {

// Loads beforehand, for this process and its copies, what can be: the list of fonts, the converter between UTF-16 and
// UTF-8, the time zone. Gives the folders that files are opened in all the same: fontconfig's fonts and poppler-data's
// tables. Not all need exist.
[[nodiscard]] std::vector<std::filesystem::path> load_late_files();

}  // namespace prongsai::source
