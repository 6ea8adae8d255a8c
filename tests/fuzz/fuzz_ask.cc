// A question of any bytes gets a reply or a refusal: an escalation without self-care, or a reply
// with its safety net.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "service/answer/engine.h"
#include "service/answer/minimum.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

const charley::answer::Engine& Minimum() {
  static const auto* const kEngine =
      new std::shared_ptr<const charley::answer::Engine>(*charley::answer::CreateMinimum());
  return **kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  charley::v1::AskRequest request;
  const std::string raw(reinterpret_cast<const char*>(data), size);
  const size_t line = raw.find('\n');
  request.set_question(raw.substr(0, line));
  if (line != std::string::npos) request.add_earlier(raw.substr(line + 1));
  request.set_explain((size & 1) != 0);
  const charley::answer::AskOutcome outcome = Minimum().Ask(request);
  if (outcome.violation.has_value()) return 0;
  const charley::v1::AskResponse& response = outcome.response;
  const bool has_reply = response.reply_case() != charley::v1::AskResponse::REPLY_NOT_SET;
  Require(response.has_escalation() != has_reply);
  Require(response.has_escalation() == (response.urgency() >= charley::v1::URGENCY_URGENT_TODAY));
  Require(response.has_escalation() || !response.safety_net().empty());
  return 0;
}
