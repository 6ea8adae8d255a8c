#include "client/cli/emergency.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace charley::cli {
namespace {

constexpr absl::string_view kHeadline = "!! SEEK URGENT CARE";
constexpr absl::string_view kActionWithoutCard = "Call your local emergency number now.";

std::vector<std::string> NumbersNotIn(absl::string_view action, const v1::Escalation& escalation) {
  std::vector<std::string> numbers;
  for (const std::string& number : escalation.phone_numbers()) {
    if (!absl::StrContains(action, number)) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

void RenderEmergency(const v1::Escalation& escalation, Page& page) {
  const absl::string_view action =
      escalation.action().empty() ? kActionWithoutCard : absl::string_view(escalation.action());
  page.Alarm(kHeadline);
  page.Gap();
  page.Heading(action);
  if (!escalation.translated_action().empty()) page.Heading(escalation.translated_action());
  const std::vector<std::string> numbers = NumbersNotIn(action, escalation);
  if (!numbers.empty()) page.Heading(absl::StrCat("Numbers: ", absl::StrJoin(numbers, ", ")));
  if (!escalation.reason().empty()) page.Paragraph(escalation.reason());
}

}  // namespace charley::cli
