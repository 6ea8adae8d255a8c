#include "service/curate/typos.h"

namespace charley::curate {

knowledge::v1::LabelledMessage WithTypos(const knowledge::v1::LabelledMessage& message) {
  knowledge::v1::LabelledMessage result = message;
  const uint64_t seed = text::SeedOf(message.id());
  result.set_question(text::WithTypos(message.question(), seed));
  for (int i = 0; i < message.earlier_size(); ++i) {
    result.set_earlier(i, text::WithTypos(message.earlier(i), seed + 1 + static_cast<uint64_t>(i)));
  }
  return result;
}

}  // namespace charley::curate
