// Tesseract in-process: one engine a recogniser, one line an image. OpenMP must have been held back before the program
// began (OMP_THREAD_LIMIT=1): Tesseract 5 otherwise opens a parallel region for every step of the network.
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "extractors/source/ocr/recogniser.hpp"
#include "extractors/source/ocr/sayings.hpp"

namespace prongsai::source {

namespace {

namespace fs = std::filesystem;

// Signs of a figure in either script; keeps a model that knows letters from seeing ๑ as ด.
constexpr const char* kFigureSigns = "0123456789๐๑๒๓๔๕๖๗๘๙.,/-%()";

using Engine = std::unique_ptr<tesseract::TessBaseAPI>;

fs::path model_file(const fs::path& folder, const std::string& model) {
  return folder / (model + ".traineddata");
}

Engine start(const fs::path& folder, const std::string& model) {
  auto engine = std::make_unique<tesseract::TessBaseAPI>();
  if (engine->Init(folder.c_str(), model.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
    throw std::runtime_error("Tesseract could not load the model " + model_file(folder, model).string() +
                             "; reinstall it, or name another with --tessdata and --model.");
  }
  engine->SetPageSegMode(tesseract::PSM_RAW_LINE);
  engine->SetVariable("tessedit_do_invert", "0");
  engine->SetVariable("preserve_interword_spaces", "1");
  return engine;
}

std::string symbol_text(const tesseract::ResultIterator& at) {
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_SYMBOL));
  return text ? text.get() : "";
}

double confidence_of(float percent) {
  return std::clamp(static_cast<double>(percent) / 100, 0.0, 1.0);
}

std::vector<OtherSign> others_at(const tesseract::ResultIterator& at, const std::string& best) {
  std::vector<OtherSign> others;
  tesseract::ChoiceIterator choice(at);
  do {
    const char* text = choice.GetUTF8Text();
    if (text != nullptr && best != text) others.push_back({text, confidence_of(choice.Confidence())});
  } while (choice.Next());
  std::stable_sort(others.begin(), others.end(),
                   [](const OtherSign& a, const OtherSign& b) { return a.confidence > b.confidence; });
  return others;
}

LineReading gather(tesseract::ResultIterator& at) {
  LineReading reading;
  do {
    Symbol symbol;
    symbol.text = symbol_text(at);
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (symbol.text.empty() || !at.BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1)) continue;
    symbol.x0 = x0;
    symbol.x1 = x1;
    symbol.confidence = confidence_of(at.Confidence(tesseract::RIL_SYMBOL));
    symbol.others = others_at(at, symbol.text);
    if (!reading.symbols.empty() && at.IsAtBeginningOf(tesseract::RIL_WORD) && at.BlanksBeforeWord() > 0) {
      const double end = reading.symbols.back().x1;
      reading.symbols.push_back({" ", end, std::max(end, symbol.x0), 1});
    }
    reading.symbols.push_back(std::move(symbol));
  } while (at.Next(tesseract::RIL_SYMBOL));
  double sum = 0;
  for (const Symbol& symbol : reading.symbols) {
    reading.text += symbol.text;
    sum += symbol.confidence;
  }
  if (!reading.symbols.empty()) reading.confidence = sum / static_cast<double>(reading.symbols.size());
  return reading;
}

LineReading read(tesseract::TessBaseAPI& engine, Pix* line, Sayings& sayings) {
  const Sayings::Turn turn(sayings);
  engine.SetImage(line);
  engine.SetSourceResolution(300);
  if (engine.Recognize(nullptr) != 0) return {};
  const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
  LineReading reading = at ? gather(*at) : LineReading{};
  engine.Clear();
  return reading;
}

class Tesseract : public Recogniser {
 public:
  Tesseract(Engine text, Engine figures, std::string name, Trust trust)
      : text_(std::move(text)), figures_(std::move(figures)), name_(std::move(name)), trust_(std::move(trust)) {}

  LineReading read_line(const Raster& line) override {
    return line.empty() ? LineReading{} : read(*text_, line.pix(), sayings_);
  }

  LineReading read_figure(const Raster& line) override {
    if (line.empty()) return {};
    if (figures_) return read(*figures_, line.pix(), sayings_);
    return read_figure_with_text_model(line);
  }

  std::string name() const override { return name_; }
  Trust trust() const override { return trust_; }

 private:
  // Without a model for figures the text model gives the second opinion, on larger pixels cut to black and white, so
  // that it does not simply repeat its first.
  LineReading read_figure_with_text_model(const Raster& line) {
    Pix* larger = pixScaleGrayLI(line.pix(), 1.5F, 1.5F);
    Pix* sharp = larger ? pixThresholdToBinary(larger, 150) : nullptr;
    text_->SetVariable("tessedit_char_whitelist", kFigureSigns);
    LineReading reading = sharp ? read(*text_, sharp, sayings_) : LineReading{};
    text_->SetVariable("tessedit_char_whitelist", "");
    pixDestroy(&larger);
    pixDestroy(&sharp);
    for (Symbol& symbol : reading.symbols) symbol.x0 /= 1.5, symbol.x1 /= 1.5;
    return reading;
  }

  Sayings sayings_;
  Engine text_, figures_;
  std::string name_;
  Trust trust_;
};

}  // namespace

void require_model(const ModelChoice& choice) {
  const fs::path file = model_file(choice.tessdata, choice.model);
  std::error_code error;
  if (fs::is_regular_file(file, error)) return;
  throw std::runtime_error("the OCR model " + file.string() +
                           " is missing: name its folder with --tessdata and the model with --model, or reinstall "
                           "prongsai; --model none leaves scanned pages unread");
}

std::unique_ptr<Recogniser> make_tesseract(const ModelChoice& choice) {
  require_model(choice);
  std::string name = std::string("tesseract ") + tesseract::TessBaseAPI::Version() + " " + choice.model;
  Engine text = start(choice.tessdata, choice.model);
  text->SetVariable("lstm_choice_mode", "2");  // the other shapes of each sign are told
  Engine figures;
  if (fs::exists(model_file(choice.tessdata, choice.figure_model))) {
    figures = start(choice.tessdata, choice.figure_model);
    name += "+" + choice.figure_model;
  }
  return std::make_unique<Tesseract>(std::move(text), std::move(figures), std::move(name),
                                     load_trust(choice.tessdata / (choice.model + ".trust.json")));
}

}  // namespace prongsai::source
