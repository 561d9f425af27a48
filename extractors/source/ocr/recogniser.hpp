// Optical character recognition of one cut-out line. Sibling implementations: Tesseract in-process, and a replay of
// recorded readings keyed by image hash for quick tests.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extractors/source/image/raster.hpp"
#include "extractors/source/ocr/trust.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

// Another shape that was seen where a symbol stands.
struct OtherSign {
  std::string text;  // UTF-8
  double confidence = 0;
};

struct Symbol {
  std::string text;                    // UTF-8, one sign as the engine gives it; " " for a gap between words
  double x0 = 0, x1 = 0;               // pixels in the line image
  double confidence = 0;               // 0 to 1
  std::vector<OtherSign> others = {};  // the surest first
};

struct LineReading {
  std::string text;  // UTF-8, as read
  double confidence = 0;
  std::vector<Symbol> symbols;
};

class Recogniser {
 public:
  virtual ~Recogniser() = default;
  [[nodiscard]] virtual LineReading read_line(const Raster& line) = 0;
  // A second opinion on a figure: reads only digits, point, comma, slash, minus, percent, parentheses.
  [[nodiscard]] virtual LineReading read_figure(const Raster& line) = 0;
  [[nodiscard]] virtual std::string name() const = 0;       // engine and model versions, kept with each extraction
  [[nodiscard]] virtual Trust trust() const { return {}; }  // what its sureness is worth
};

struct ModelChoice {
  std::filesystem::path tessdata;      // folder
  std::string model = "tha_prongsai";  // without .traineddata
  std::string figure_model = "digits_prongsai";
};

// Throws std::runtime_error that names the file where the text model is missing; no other model takes its place, for
// it would read other figures without a word. Nothing is loaded.
void require_model(const ModelChoice& choice);

// Throws likewise, and where the model's MODEL.trust.json is none. Without the model for figures, read_figure reads
// with the text model, on other pixels.
[[nodiscard]] std::unique_ptr<Recogniser> make_tesseract(const ModelChoice& choice);

// Recorded readings; throws std::runtime_error for an image that was never recorded.
[[nodiscard]] std::unique_ptr<Recogniser> make_replay(const std::filesystem::path& recording);
// Reads with `engine` and appends every reading to the file that make_replay takes.
[[nodiscard]] std::unique_ptr<Recogniser> make_recorder(std::unique_ptr<Recogniser> engine,
                                                        const std::filesystem::path& recording);

}  // namespace prongsai::source
