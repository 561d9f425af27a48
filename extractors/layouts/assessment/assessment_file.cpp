#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/text/data/data_file.hpp"
#include "models/buddhist_year.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kWeightRounding = 1e-9;

bool is_item_code(std::string_view code, const text::ItemRanges& ranges) {
  if (code.size() < 2 || code[1] == '0') return false;
  int number = 0;
  const auto [end, error] = std::from_chars(code.data() + 1, code.data() + code.size(), number);
  return error == std::errc{} && end == code.data() + code.size() && ranges.hold(code.front(), number);
}

// Of the form that items belong to: "9.1"; "unstated" where no source tells it.
bool is_part(std::string_view part) {
  const std::size_t dot = part.find('.');
  const auto is_number = [](std::string_view digits) {
    return !digits.empty() && digits.size() <= 2 && digits.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return part == "unstated" ||
         (dot != std::string_view::npos && is_number(part.substr(0, dot)) && is_number(part.substr(dot + 1)));
}

// Reads one file onto what held the year before.
class AssessmentReader {
 public:
  AssessmentReader(text::DataNode root, Assessment before, bool first)
      : root_(std::move(root)), out_(std::move(before)), first_(first) {}

  Assessment read() {
    root_.allow_keys({"year", "instruments", "last_items", "points", "issues", "grades", "schemes"});
    forget_items();
    if (const auto node = stated("instruments")) read_instruments(*node);
    if (const auto node = stated("last_items")) read_last_items(*node);
    if (const auto node = stated("points")) read_points(*node);
    if (const auto node = stated("grades")) read_grades(*node);
    if (const auto node = root_.find("issues")) read_issues(*node);
    if (const auto node = root_.find("schemes")) read_schemes(*node);
    return std::move(out_);
  }

 private:
  // What the first year must say, and later ones may.
  [[nodiscard]] std::optional<text::DataNode> stated(std::string_view key) const {
    return first_ ? std::optional(root_.at(key)) : root_.find(key);
  }

  // Items are of one year alone; offices and the issues' names go on.
  void forget_items() {
    for (Issue& issue : out_.issues) issue.items.clear();
    for (Scheme& scheme : out_.schemes) scheme = {scheme.name, scheme.offices, "", "", false, {}};
  }

  void read_instruments(const text::DataNode& node) {
    node.allow_keys({word_of(kInstruments[0]), word_of(kInstruments[1]), word_of(kInstruments[2])});
    int no = 0;
    double sum = 0;
    for (std::size_t i = 0; i < kInstruments.size(); ++i) {
      out_.instruments[i] = read_instrument(node.at(word_of(kInstruments[i])), no);
      sum += out_.instruments[i].weight;
    }
    if (std::abs(sum - 1) > kWeightRounding) node.fail("the weights of the instruments must add up to 1");
  }

  // `no`: the indicator last read.
  static Instrument read_instrument(const text::DataNode& node, int& no) {
    node.allow_keys({"weight", "indicators"});
    Instrument instrument{node.at("weight").number(), {}};
    if (instrument.weight <= 0) node.at("weight").fail("a weight is a share of the total: 0.3");
    for (const auto& [key, names] : node.at("indicators").entries()) {
      if (key != std::to_string(++no)) names.fail("indicators are numbered from 1 through all instruments, in order");
      instrument.indicators.push_back({no, names.texts()});
    }
    if (instrument.indicators.empty()) node.at("indicators").fail("an instrument has indicators");
    return instrument;
  }

  void read_last_items(const text::DataNode& node) {
    node.allow_keys({"O", "E", "I"});
    const auto last = [&](const char* letter) {
      const int number = node.at(letter).integer();
      if (number < 1 || number > 99) node.at(letter).fail("the highest number of an item is 1 to 99");
      return number;
    };
    out_.last_items = {last("O"), last("E"), last("I")};
  }

  void read_points(const text::DataNode& node) {
    node.allow_keys({"items", "least"});
    out_.points.least = node.at("least").number();
    out_.points.items.clear();
    for (const auto& points : node.at("items").items()) out_.points.items.push_back(points.number());
    if (out_.points.items.empty()) node.at("items").fail("an item can earn some points");
  }

  // A scale once in use stays known until a file states it anew.
  void read_grades(const text::DataNode& node) {
    for (const auto& [name, levels] : node.entries()) {
      GradeScale scale{name, {}};
      for (const auto& level : levels.items()) {
        level.allow_keys({"name", "min", "each"});
        const auto each = level.find("each");
        scale.levels.push_back(
            {level.at("name").text(), level.at("min").number(), each ? std::optional(each->number()) : std::nullopt});
      }
      const auto better = [](const GradeLevel& a, const GradeLevel& b) { return a.min > b.min; };
      if (!std::ranges::is_sorted(scale.levels, better)) levels.fail("levels go from best to worst");
      slot_of(out_.grades, name) = std::move(scale);
    }
  }

  void read_issues(const text::DataNode& node) {
    out_.issues.clear();
    for (const auto& one : node.items()) {
      one.allow_keys({"no", "title", "items"});
      Issue issue{one.at("no").integer(), one.at("title").text(), {}};
      if (issue.no != static_cast<int>(out_.issues.size()) + 1)
        one.at("no").fail("issues are numbered from 1, in order");
      for (const auto& item : one.at("items").items()) issue.items.push_back(item_code(item));
      out_.issues.push_back(std::move(issue));
    }
    if (out_.issues.empty()) node.fail("a form has issues");
  }

  void read_schemes(const text::DataNode& node) {
    for (const auto& [name, values] : node.entries()) {
      const bool known = std::ranges::find(out_.schemes, name, &Scheme::name) != out_.schemes.end();
      Scheme& scheme = slot_of(out_.schemes, name);
      read_scheme(values, scheme);
      if (!known && !first_ && !values.find("offices"))
        values.fail("no year before has a scheme \"" + name +
                    "\"; a new one tells its `offices`, or [] for none by name");
    }
  }

  void read_scheme(const text::DataNode& node, Scheme& scheme) {
    node.allow_keys({"offices", "measures", "results", "certain", "items", "inferred"});
    if (const auto offices = node.find("offices")) scheme.offices = offices->texts();
    std::set<std::string> codes;
    if (const auto items = node.find("items")) read_items(*items, false, scheme, codes);
    if (const auto items = node.find("inferred")) read_items(*items, true, scheme, codes);
    const auto measures = node.find("measures");
    if (!measures) {
      if (const auto lone = node.find("results")) lone->fail("`results` goes with `measures` and `certain`");
      if (const auto lone = node.find("certain")) lone->fail("`certain` goes with `measures` and `results`");
      return;
    }
    scheme.measures = item_code(*measures);
    scheme.results = item_code(node.at("results"));
    scheme.certain = node.at("certain").boolean();
    if (scheme.certain && !(codes.contains(scheme.measures) && codes.contains(scheme.results)))
      node.at("certain").fail("certain is only what sources name by number and title: `items` lacks one of the two");
  }

  void read_items(const text::DataNode& parts, bool inferred, Scheme& scheme, std::set<std::string>& codes) const {
    for (const auto& [part, items] : parts.entries()) {
      if (!is_part(part)) items.fail("\"" + part + "\" is no part of the form: 9.1, 10.2, or unstated");
      for (const auto& [code, title] : items.entries()) {
        if (!is_item_code(code, out_.last_items)) title.fail("\"" + code + "\" is no item code of this year");
        if (!codes.insert(code).second) title.fail(code + " is listed twice");
        scheme.items.push_back({code, title.text(), part == "unstated" ? "" : part, inferred});
      }
    }
  }

  [[nodiscard]] std::string item_code(const text::DataNode& node) const {
    std::string code = node.text();
    if (!is_item_code(code, out_.last_items)) node.fail("\"" + code + "\" is no item code of this year");
    return code;
  }

  template <typename Named>
  static Named& slot_of(std::vector<Named>& all, const std::string& name) {
    const auto known = std::ranges::find(all, name, &Named::name);
    if (known != all.end()) return *known;
    all.emplace_back();
    all.back().name = name;
    return all.back();
  }

  text::DataNode root_;
  Assessment out_;
  bool first_;
};

}  // namespace

Assessment read_assessment(const std::filesystem::path& file, const Assessment* before) {
  const text::DataNode root = text::read_data_file(file);
  Assessment start = before != nullptr ? *before : Assessment{};
  start.year = root.at("year").integer();
  if (std::to_string(start.year) != file.stem().string()) root.at("year").fail("the file is named after its year");
  if (!is_fiscal_year(start.year)) root.at("year").fail("years are Buddhist Era: 2567");
  return AssessmentReader(root, std::move(start), before == nullptr).read();
}

}  // namespace prongsai::layouts
