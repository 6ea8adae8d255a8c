// Looking for red flags on a device without a connection: what the pack carries for it.

#ifndef CHARLEY_SERVICE_ANSWER_OFFLINE_CHECK_H_
#define CHARLEY_SERVICE_ANSWER_OFFLINE_CHECK_H_

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "charley/knowledge/v1/offline_check.pb.h"

namespace charley::answer {

// The name of its model in a pack.
inline constexpr char kOfflineCheckModel[] = "triage.offline";

// Code points to which words are cut: endings and many typing errors go, the table stays small.
inline constexpr int kOfflineWordLength = 5;

// The cut words of a conversation and the pairs of neighbours in one message ("chest pain"),
// sorted, each once.
std::vector<std::string> OfflineFeatures(absl::Span<const std::string> messages);

// The sum of the weights of a conversation's features.
int OfflineScore(const knowledge::v1::OfflineCheckModel& model,
                 absl::Span<const std::string> features);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_OFFLINE_CHECK_H_
