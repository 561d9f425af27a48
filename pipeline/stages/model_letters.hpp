// What an OCR model can write at all: the characters of its output alphabet, read from the .traineddata file.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "models/result.hpp"

namespace prongsai::stages {

// The code points that occur in the model's unichars. A Failure where the file is missing or is no LSTM model.
[[nodiscard]] Result<std::set<char32_t>> model_letters(const std::filesystem::path& traineddata);

// "Thai letters 44 of 44, Thai vowels and marks 30 of 30, …": what of each script the alphabet holds.
[[nodiscard]] std::string describe_letters(const std::set<char32_t>& letters);

}  // namespace prongsai::stages
