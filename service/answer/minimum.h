// What Charley still recognises without a pack.

#ifndef CHARLEY_SERVICE_ANSWER_MINIMUM_H_
#define CHARLEY_SERVICE_ANSWER_MINIMUM_H_

#include <memory>

#include "absl/status/statusor.h"
#include "service/answer/engine.h"

namespace charley::answer {

// An engine on the pack that is compiled into the program (knowledge/minimum, with the cramps
// pack's numbers and sources): the gravest red flags and no topics. It stands in while no pack is
// loaded, for its escalations alone. INVALID_ARGUMENT: the built-in text is wrong, which a test
// rules out.
absl::StatusOr<std::shared_ptr<const Engine>> CreateMinimum();

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_MINIMUM_H_
