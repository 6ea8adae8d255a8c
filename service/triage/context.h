// Which mentions are meant: negated, past, in general, or somebody's own trouble now. After ConText
// (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002): cues, their reach, and what ends it.

#ifndef CHARLEY_SERVICE_TRIAGE_CONTEXT_H_
#define CHARLEY_SERVICE_TRIAGE_CONTEXT_H_

#include <cstdint>
#include <vector>

#include "service/text/reading.h"
#include "service/triage/lexicon.h"

namespace charley::triage {

// Why a mention does not count; bits of StatedMention::softened.
enum Softening : uint8_t {
  kNegated = 1,
  kPast = 2,        // long ago, or ruled out by somebody who looked
  kOver = 4,        // passed by itself
  kGeneral = 8,     // asked or told in general
  kNotPatient = 16  // a film, an animal, a machine
};

// A mention of a concept, as it is meant.
struct StatedMention {
  Mention mention;
  uint8_t softened = 0;    // bits of Softening; 0: it is meant
  uint32_t cue_begin = 0;  // the words of the cue that softened it last
  uint32_t cue_end = 0;
};

// A message's mentions, by ascending begin, and what it says of earlier messages.
struct StatedMessage {
  std::vector<StatedMention> mentions;
  std::vector<bool> denied;       // by word: it is within reach of a negation; empty when none is
  std::vector<bool> glossed;      // by word: English words stand for it; empty when for none
  bool settles_earlier = false;   // "all healed": what earlier messages told is over
  bool corrects_earlier = false;  // "calf, not chest": what it negates was never meant
  bool recurs = false;            // "same again": the past is back
};

// Reads the context of mentions, which are by descending begin as Lexicon::Find gives them. Linear;
// thread-safe.
StatedMessage ReadContext(const Lexicon& lexicon, const text::Reading& reading,
                          const std::vector<Mention>& mentions);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_CONTEXT_H_
