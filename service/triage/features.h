// A conversation as the sparse vector that the second opinion weighs.

#ifndef CHARLEY_SERVICE_TRIAGE_FEATURES_H_
#define CHARLEY_SERVICE_TRIAGE_FEATURES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/analysis.h"

namespace charley::triage {

// Features are hashed into this many slots (Weinberger et al. 2009): the table fits a core's cache.
inline constexpr uint32_t kFeatureBits = 18;
inline constexpr uint32_t kFeatureSlots = 1u << kFeatureBits;

// One feature of a conversation. A slot may come more than once: values add up.
struct Feature {
  uint32_t slot = 0;
  float value = 0;
};

// Extracts features: stems alone and in pairs (marked when denied), letter sequences within words,
// concepts with their context and in pairs, and rules that are met. Immutable; thread-safe.
class FeatureExtractor {
 public:
  FeatureExtractor(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                   const Analyzer& analyzer);

  // Work grows with the conversation; of each message, at most kMostWords words at its start and
  // end are weighed, because rules read the rest.
  std::vector<Feature> Extract(absl::Span<const text::Reading> conversation,
                               const Analysis& analysis) const;

  // The same without concepts and rules: what the words alone say.
  std::vector<Feature> ExtractWords(absl::Span<const text::Reading> conversation,
                                    const Analysis& analysis) const;

 private:
  void AddWords(const text::Reading& reading, const StatedMessage& stated, bool is_question,
                float scale, std::vector<Feature>& features) const;
  void AddLetters(absl::string_view form, float value, std::vector<Feature>& features) const;
  void AddConcepts(const StatedMessage& stated, bool is_question,
                   std::vector<Feature>& features) const;
  void AddRules(const Analysis& analysis, std::vector<Feature>& features) const;

  const text::Vocabulary& vocabulary_;
  std::vector<uint64_t> stem_hashes_;     // by stem
  std::vector<uint64_t> concept_hashes_;  // by meaning
  std::vector<uint64_t> rule_hashes_;     // by rule
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_FEATURES_H_
