// Whatever is typed, a red flag that a rule saw is still seen when a harmless sentence stands
// before it, after it, or in a message of its own, and no reply holds an escalation and self-care.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "service/answer/engine.h"
#include "service/answer/minimum.h"

namespace {

constexpr char kHarmless[] = "We walked by the river on Sunday.";

void Require(bool condition) {
  if (!condition) std::abort();
}

const charley::answer::Engine& Minimum() {
  static const auto* const kEngine =
      new std::shared_ptr<const charley::answer::Engine>(*charley::answer::CreateMinimum());
  return **kEngine;
}

bool Escalates(const std::vector<std::string>& messages) {
  charley::v1::AskRequest request;
  for (size_t i = 0; i + 1 < messages.size(); ++i) request.add_earlier(messages[i]);
  request.set_question(messages.back());
  const charley::answer::AskOutcome outcome = Minimum().Ask(request);
  const charley::v1::AskResponse& response = outcome.response;
  Require(!response.has_escalation() ||
          (response.reply_case() == charley::v1::AskResponse::REPLY_NOT_SET &&
           response.suggestions().empty() && response.safety_net().empty() &&
           response.left_out().empty()));
  return response.has_escalation();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string typed(reinterpret_cast<const char*>(data), size);
  if (!Escalates({typed})) return 0;
  Require(Escalates({kHarmless, typed}));
  Require(Escalates({typed, kHarmless}));
  Require(Escalates({std::string(kHarmless) + " " + typed}));
  Require(Escalates({typed + " . " + kHarmless}));
  return 0;
}
