#include "extractors/layouts/recognise.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// What a sign found, as a clause for `explain`; "" when it found nothing.
class SignReader {
 public:
  SignReader(const Reading& reading, const Knowledge& knowledge) : reading_(&reading), knowledge_(&knowledge) {}

  [[nodiscard]] std::string read(const Sign& sign) const {
    switch (sign.kind) {
      case Sign::Kind::issue_headings:
        return counted(issue_headings(), sign.at_least, "issue headings");
      case Sign::Kind::parts:
        return counted(divisions(false), sign.at_least, "parts (ส่วนที่)");
      case Sign::Kind::chapters:
        return counted(divisions(true), sign.at_least, "chapters (บทที่)");
      case Sign::Kind::table:
        return table(sign.role);
      case Sign::Kind::form_headers:
        return form_headers(sign);
      case Sign::Kind::title:
        return title(sign.word_list);
      case Sign::Kind::phrase:
        return phrase(sign.words);
    }
    return {};
  }

 private:
  static std::string counted(std::size_t count, int at_least, const std::string& what) {
    return count >= static_cast<std::size_t>(at_least) ? std::to_string(count) + " " + what : std::string();
  }

  [[nodiscard]] std::size_t issue_headings() const {
    std::set<int> issues;
    for (const auto& section : reading_->sections) {
      if (!section.annexed && section.has_content) issues.insert(section.heading.name.issue_no);
    }
    return issues.size();
  }

  [[nodiscard]] std::size_t divisions(bool chapters) const {
    std::set<int> numbers;
    for (const auto& division : reading_->divisions) {
      if (division.chapter == chapters && !reading_->annexed[division.item]) numbers.insert(division.number);
    }
    return numbers.size();
  }

  [[nodiscard]] std::string table(const std::string& role) const {
    for (const auto& view : reading_->tables) {
      if (view.role != role || view.annexed) continue;
      const int page = reading_->document->tables[view.table].first_page;
      return "a table of the kind " + role + " on page " + std::to_string(page);
    }
    return {};
  }

  // A table whose columns have, so many of them, headers of the ministry's form.
  [[nodiscard]] std::string form_headers(const Sign& sign) const {
    for (const auto& view : reading_->tables) {
      if (view.role != sign.role || view.annexed) continue;
      const auto headers = std::ranges::count_if(
          view.headers, [&](const std::string& header) { return knowledge_->columns.is_form_header(header); });
      if (headers >= sign.at_least) return std::to_string(headers) + " headers of the form";
    }
    return {};
  }

  [[nodiscard]] std::string title(const std::string& list) const {
    for (const auto& title : reading_->titles) {
      if (!title.annexed && contains_any(tight(title.text), knowledge_->labels.tight_list(list))) {
        return "the title \"" + title.text + "\"";
      }
    }
    return {};
  }

  [[nodiscard]] std::string phrase(const std::vector<std::string>& words) const {
    for (std::size_t i = 0; i < reading_->flow.size(); ++i) {
      if (reading_->annexed[i] || reading_->flow[i].is_table()) continue;
      const std::string line = tight(reading_->flow[i].text);
      for (const auto& word : words) {
        if (line.find(tight(word)) != std::string::npos) return "the words \"" + word + "\"";
      }
    }
    return {};
  }

  const Reading* reading_;
  const Knowledge* knowledge_;
};

}  // namespace

std::vector<LayoutVerdict> recognise(const Reading& reading, const Knowledge& knowledge) {
  const SignReader reader(reading, knowledge);
  std::vector<LayoutVerdict> verdicts;
  for (const auto& layout : knowledge.layouts) {
    LayoutVerdict verdict{.key = layout.key};
    bool own = std::ranges::none_of(layout.signs, &Sign::own);
    for (const auto& sign : layout.signs) {
      const std::string found = reader.read(sign);
      if (found.empty()) continue;
      verdict.score = std::min(1.0, verdict.score + sign.weight);
      own = own || sign.own;
      verdict.reasons.push_back(found);
    }
    verdict.like = verdict.score >= layout.threshold;
    verdict.chosen = verdict.like && own;
    if (verdict.like && !own) verdict.reasons.emplace_back("but none of the signs that only its reports have");
    if (verdict.reasons.empty()) verdict.reasons.emplace_back("none of its signs was found");
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace prongsai::layouts
