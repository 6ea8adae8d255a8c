#include "service/answer/numbers.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace charley::answer {
namespace {

std::string WithoutSpaces(absl::string_view text) { return absl::StrReplaceAll(text, {{" ", ""}}); }

// "Samaritans on 116 123", or the name alone when it holds the number already ("NHS 111").
std::string NameAndNumber(absl::string_view name, absl::string_view number) {
  if (name.empty()) return std::string(number);
  if (absl::StrContains(WithoutSpaces(name), WithoutSpaces(number))) return std::string(name);
  return absl::StrCat(name, " on ", number);
}

}  // namespace

int FindRegion(const knowledge::v1::Pack& pack, absl::string_view code) {
  if (code.empty()) return -1;
  for (int i = 0; i < pack.regions_size(); ++i) {
    if (absl::EqualsIgnoreCase(pack.regions(i).code(), code)) return i;
  }
  return -1;
}

Numbers::Numbers(const knowledge::v1::Pack& pack, int region)
    : manifest_(pack.manifest()), region_(region < 0 ? nullptr : &pack.regions(region)) {}

std::string Numbers::Emergency() const {
  return region_ == nullptr ? manifest_.unknown_emergency_number() : region_->emergency_number();
}

std::string Numbers::Advice() const {
  if (region_ == nullptr || region_->advice_number().empty()) {
    return manifest_.unknown_advice_line();
  }
  return NameAndNumber(region_->advice_name(), region_->advice_number());
}

std::string Numbers::Crisis() const {
  if (region_ == nullptr || region_->crisis_number().empty()) return Emergency();
  return NameAndNumber(region_->crisis_name(), region_->crisis_number());
}

std::string Numbers::Poison() const {
  if (region_ == nullptr || region_->poison_number().empty()) return Emergency();
  return region_->poison_number();
}

std::string Numbers::Fill(absl::string_view text) const {
  return absl::StrReplaceAll(text, {{"{emergency}", Emergency()},
                                    {"{advice}", Advice()},
                                    {"{crisis}", Crisis()},
                                    {"{poison}", Poison()}});
}

std::string Numbers::FillCard(const knowledge::v1::SafeCard& card, absl::string_view text) const {
  return absl::StrReplaceAll(
      text, {{"{emergency}",
              region_ == nullptr ? card.unknown_emergency_number() : region_->emergency_number()}});
}

std::vector<std::string> Numbers::NumbersOf(absl::string_view text) const {
  std::vector<std::string> numbers;
  if (region_ == nullptr) return numbers;
  std::vector<std::pair<size_t, std::string>> named;
  const std::pair<const char*, const std::string&> placeholders[] = {
      {"{emergency}", region_->emergency_number()},
      {"{crisis}", region_->crisis_number()},
      {"{advice}", region_->advice_number()},
      {"{poison}", region_->poison_number()}};
  for (const auto& [placeholder, number] : placeholders) {
    const size_t at = text.find(placeholder);
    if (at != absl::string_view::npos && !number.empty()) named.emplace_back(at, number);
  }
  std::sort(named.begin(), named.end());
  named.emplace_back(text.size(), region_->emergency_number());
  for (auto& [at, number] : named) {
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
      numbers.push_back(std::move(number));
    }
  }
  return numbers;
}

}  // namespace charley::answer
