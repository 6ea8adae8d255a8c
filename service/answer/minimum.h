// What Charley still recognises without a pack.

#ifndef CHARLEY_SERVICE_ANSWER_MINIMUM_H_
#define CHARLEY_SERVICE_ANSWER_MINIMUM_H_

#include <memory>

#include "absl/base/call_once.h"
#include "absl/status/statusor.h"
#include "service/answer/engine.h"

namespace charley::answer {

// An engine on what is compiled into the program: the cramps pack's red-flag words, rules, context,
// numbers and sources, without topics and without its second opinion. It stands in while no pack is
// loaded, for its escalations alone. INVALID_ARGUMENT: the built-in text is wrong, which a test
// rules out.
absl::StatusOr<std::shared_ptr<const Engine>> CreateMinimum();

// That engine, made when it is first asked for: a service with a good pack never pays for it.
// Thread-safe.
class Minimum {
 public:
  // Null when the built-in text is wrong. The first call takes some 50 milliseconds.
  const Engine* Get() const;

 private:
  mutable absl::once_flag once_;
  mutable std::shared_ptr<const Engine> engine_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_MINIMUM_H_
