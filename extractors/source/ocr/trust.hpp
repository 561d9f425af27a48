// What an engine's sureness of a word is worth: how many words read as surely as this one are right. Measured on pages
// whose text is known (tests/bench/word_trust), one file beside each model.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace prongsai::source {

// Sureness (0 to 1, of the sign of a word that the engine is least sure of) and the share of right readings (0 to 1),
// both rising; straight lines between the points, level beyond the ends. No points: sureness passes for trust.
using TrustCurve = std::vector<std::pair<double, double>>;

struct Trust {
  TrustCurve words;
  TrustCurve figures;     // read alike by both readers
  double disputed = 0.4;  // a word whose two readings differ; below 0.5

  [[nodiscard]] double of_word(double sureness) const;
  [[nodiscard]] double of_figure(double sureness) const;
};

// JSON {"words": [[sureness, share], …], "figures": […], "disputed": share}. No file: no points. Throws
// std::runtime_error naming file and line where it does not hold such curves.
[[nodiscard]] Trust load_trust(const std::filesystem::path& file);

// The same from and to a text; `name` is what errors call it.
[[nodiscard]] Trust trust_in(const std::string& json, const std::string& name);
[[nodiscard]] std::string json_of(const Trust& trust);

}  // namespace prongsai::source
