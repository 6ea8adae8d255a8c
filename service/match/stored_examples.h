// The examples of a pack as they are stored in it: read once, when the pack is built.

#ifndef CHARLEY_SERVICE_MATCH_STORED_EXAMPLES_H_
#define CHARLEY_SERVICE_MATCH_STORED_EXAMPLES_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "charley/knowledge/v1/examples.pb.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/example_index.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// The name of the stored examples among a pack's models.
inline constexpr char kExamplesName[] = "match.examples";

// Reads every example of a pack. The same pack gives the same bytes.
knowledge::v1::ExamplesModel ReadExamples(const knowledge::v1::Pack& pack,
                                          const text::Vocabulary& vocabulary);

// ReadExamples as a model to be stored in the pack.
knowledge::v1::Model StoreExamples(const knowledge::v1::Pack& pack,
                                   const text::Vocabulary& vocabulary);

// INVALID_ARGUMENT: there is not one of `examples` for each text of the pack.
absl::Status CheckExamples(const knowledge::v1::ExamplesModel& examples,
                           const knowledge::v1::Pack& pack);

// The index of examples that were checked. INVALID_ARGUMENT: they are damaged, or were read with
// another vocabulary.
absl::StatusOr<ExampleIndex> IndexExamples(const knowledge::v1::ExamplesModel& examples,
                                           const knowledge::v1::Pack& pack,
                                           const text::Vocabulary& vocabulary);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_STORED_EXAMPLES_H_
