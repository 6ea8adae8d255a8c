// Labelled messages with typing errors.

#ifndef CHARLEY_SERVICE_CURATE_TYPOS_H_
#define CHARLEY_SERVICE_CURATE_TYPOS_H_

#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/typos.h"

namespace charley::curate {

// A message with typing errors in its question and in what was said earlier, seeded by its id.
knowledge::v1::LabelledMessage WithTypos(const knowledge::v1::LabelledMessage& message);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_TYPOS_H_
