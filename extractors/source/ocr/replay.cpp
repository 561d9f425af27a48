// Recorded readings instead of an engine: quick tests, and bug reports that need no model.
//
// The recording is JSON lines. One says what the engine's sureness is worth: {"kind": "trust", "trust": as in
// trust.hpp}. The others are a reading each: {"hash", "kind": "line" | "figure", "text", "confidence",
// "symbols": [[text, x0, x1, confidence, [[other text, confidence], …]], …]}.
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "extractors/source/ocr/recogniser.hpp"

namespace prongsai::source {

namespace {

using nlohmann::json;
using Key = std::pair<std::string, std::string>;  // kind, hash

constexpr const char* kTrust = "trust";  // the kind of the line that tells it

json to_json(const std::string& kind, const std::string& hash, const LineReading& reading) {
  json symbols = json::array();
  for (const Symbol& s : reading.symbols) {
    json others = json::array();
    for (const OtherSign& other : s.others) others.push_back(json::array({other.text, other.confidence}));
    symbols.push_back(json::array({s.text, s.x0, s.x1, s.confidence, std::move(others)}));
  }
  return {{"hash", hash},
          {"kind", kind},
          {"text", reading.text},
          {"confidence", reading.confidence},
          {"symbols", std::move(symbols)}};
}

LineReading from_json(const json& entry) {
  LineReading reading{entry.at("text"), entry.at("confidence"), {}};
  for (const json& s : entry.at("symbols")) {
    Symbol& symbol = reading.symbols.emplace_back(Symbol{s.at(0), s.at(1), s.at(2), s.at(3)});
    for (const json& other : s.at(4)) symbol.others.push_back({other.at(0), other.at(1)});
  }
  return reading;
}

class Replay : public Recogniser {
 public:
  explicit Replay(const std::filesystem::path& recording) : file_(recording.string()) {
    std::ifstream in(recording);
    if (!in) throw std::runtime_error("The recorded readings " + file_ + " cannot be opened.");
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (!line.empty()) add(line, number);
    }
  }

  LineReading read_line(const Raster& line) override { return recorded("line", line); }
  LineReading read_figure(const Raster& line) override { return recorded("figure", line); }
  std::string name() const override { return "replay of " + file_; }
  Trust trust() const override { return trust_; }

 private:
  void add(const std::string& line, int number) {
    try {
      const json entry = json::parse(line);
      if (entry.at("kind") == kTrust) {
        trust_ = trust_in(entry.at("trust").dump(), "trust");
      } else {
        readings_[{entry.at("kind"), entry.at("hash")}] = from_json(entry);
      }
    } catch (const std::exception& error) {
      throw std::runtime_error(file_ + ", line " + std::to_string(number) + ": not a recorded reading (" +
                               error.what() + ").");
    }
  }

  // An image that was never recorded means that cutting has changed: an empty reading would hide it.
  [[nodiscard]] LineReading recorded(const std::string& kind, const Raster& line) const {
    const auto found = readings_.find({kind, line.hash()});
    if (found != readings_.end()) return found->second;
    throw std::runtime_error(file_ + " holds no reading of " + kind + " image " + line.hash() +
                             ": lines are cut otherwise than when it was recorded; record it again.");
  }

  std::string file_;
  Trust trust_;
  std::map<Key, LineReading> readings_;
};

class Recorder : public Recogniser {
 public:
  Recorder(std::unique_ptr<Recogniser> engine, const std::filesystem::path& recording)
      : engine_(std::move(engine)), out_(recording, std::ios::app) {
    out_ << json{{"kind", kTrust}, {"trust", json::parse(json_of(engine_->trust()))}}.dump() << '\n' << std::flush;
    if (!out_) throw std::runtime_error("Readings cannot be recorded to " + recording.string() + ".");
  }

  LineReading read_line(const Raster& line) override { return noted("line", line, engine_->read_line(line)); }
  LineReading read_figure(const Raster& line) override { return noted("figure", line, engine_->read_figure(line)); }
  std::string name() const override { return engine_->name(); }
  Trust trust() const override { return engine_->trust(); }

 private:
  LineReading noted(const std::string& kind, const Raster& line, LineReading reading) {
    out_ << to_json(kind, line.hash(), reading).dump() << '\n' << std::flush;
    return reading;
  }

  std::unique_ptr<Recogniser> engine_;
  std::ofstream out_;
};

}  // namespace

std::unique_ptr<Recogniser> make_replay(const std::filesystem::path& recording) {
  return std::make_unique<Replay>(recording);
}

std::unique_ptr<Recogniser> make_recorder(std::unique_ptr<Recogniser> engine, const std::filesystem::path& recording) {
  return std::make_unique<Recorder>(std::move(engine), recording);
}

}  // namespace prongsai::source
