#include "extractors/source/ocr/trust.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::source {

namespace {

double on_curve(const TrustCurve& curve, double sureness) {
  if (curve.empty()) return sureness;
  const auto above =
      std::find_if(curve.begin(), curve.end(), [&](const auto& point) { return point.first > sureness; });
  if (above == curve.begin()) return curve.front().second;
  if (above == curve.end()) return curve.back().second;
  const auto& [x0, y0] = *(above - 1);
  const auto& [x1, y1] = *above;
  return y0 + (y1 - y0) * (sureness - x0) / (x1 - x0);
}

bool is_curve(const TrustCurve& curve) {
  const auto outside = [](const auto& p) { return p.first < 0 || p.first > 1 || p.second < 0 || p.second > 1; };
  const auto falls = [](const auto& a, const auto& b) { return b.first <= a.first || b.second < a.second; };
  return std::none_of(curve.begin(), curve.end(), outside) &&
         std::adjacent_find(curve.begin(), curve.end(), falls) == curve.end();
}

TrustCurve curve_in(const text::DataNode& node) {
  TrustCurve curve;
  for (const text::DataNode& point : node.items()) {
    const auto both = point.items();
    if (both.size() != 2) point.fail("expected two numbers");
    curve.emplace_back(both[0].number(), both[1].number());
  }
  if (!is_curve(curve)) node.fail("a curve falls or leaves 0 to 1");
  return curve;
}

}  // namespace

Trust trust_in(const std::string& json, const std::string& name) {
  const text::DataNode file = text::parse_data(json, name);
  file.allow_keys({"about", "words", "figures", "disputed"});
  const Trust trust{curve_in(file.at("words")), curve_in(file.at("figures")), file.at("disputed").number()};
  if (trust.disputed < 0 || trust.disputed >= 0.5) file.at("disputed").fail("`disputed` is not below 0.5");
  return trust;
}

std::string json_of(const Trust& trust) {
  return nlohmann::json{{"words", trust.words}, {"figures", trust.figures}, {"disputed", trust.disputed}}.dump();
}

double Trust::of_word(double sureness) const {
  return on_curve(words, sureness);
}

double Trust::of_figure(double sureness) const {
  return on_curve(figures, sureness);
}

Trust load_trust(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return {};
  return trust_in({std::istreambuf_iterator<char>(in), {}}, file.string());
}

}  // namespace prongsai::source
