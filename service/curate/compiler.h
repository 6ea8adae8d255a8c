// From what curators wrote to a pack that the service can load.

#ifndef CHARLEY_SERVICE_CURATE_COMPILER_H_
#define CHARLEY_SERVICE_CURATE_COMPILER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "knowledge/check.h"
#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"

namespace charley::curate {

// Teaches triage and matching with the training messages and examples of `authored`, puts what they
// learned into the pack, and drops the training messages. Where there are none, nothing is learned:
// the rules and the index work alone. The same pack gives the same result. INVALID_ARGUMENT:
// something cannot be learned from.
absl::StatusOr<knowledge::v1::Pack> Compile(knowledge::v1::Pack authored);

// The engine of a pack that was compiled and not yet written.
absl::StatusOr<std::shared_ptr<const answer::Engine>> MakeEngine(knowledge::v1::Pack compiled);

// The engine of a pack file.
absl::StatusOr<std::shared_ptr<const answer::Engine>> LoadEngine(const std::string& path);

// Today, in UTC, or the day that `text` (YYYY-MM-DD) names when it is not empty. INVALID_ARGUMENT:
// it names none.
absl::StatusOr<absl::CivilDay> ParseToday(const std::string& text);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_COMPILER_H_
