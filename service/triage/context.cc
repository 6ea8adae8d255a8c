#include "service/triage/context.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/container/inlined_vector.h"

namespace charley::triage {
namespace {

using knowledge::v1::CueKind;
using text::Gap;

constexpr uint32_t kFarthestForward = 40;  // words that a cue without a reach may soften
constexpr uint32_t kFarthestBack = 12;     // words before a cue of the past
constexpr uint32_t kLongestConcept = 16;   // words of a mention that may hold a cue
constexpr uint32_t kLongestListItem = 4;   // words of "no redness, swelling of the leg, or heat"

// Of most messages: longer ones take memory from the heap.
constexpr size_t kUsualWords = 64;
constexpr size_t kUsualCues = 16;

using Ends = absl::InlinedVector<uint32_t, kUsualWords>;  // by word: farthest end of a concept

struct Cue {
  CueKind kind;
  uint32_t begin;
  uint32_t end;
  uint32_t reach;
};

// Reads one message.
class ContextReader {
 public:
  ContextReader(const Lexicon& lexicon, const text::Reading& reading,
                const std::vector<Mention>& mentions)
      : lexicon_(lexicon), reading_(reading) {
    Sort(mentions);
  }

  StatedMessage Read() {
    if (!cues_.empty()) {
      MarkStops();
      for (const Cue& cue : cues_) Apply(cue);
      if (general_ && asks_) SoftenGeneralSentences();
      if (recurs_) ClearPast();
    }
    return std::move(message_);
  }

 private:
  uint32_t Count() const { return static_cast<uint32_t>(reading_.words.size()); }
  const text::Word& WordAt(uint32_t at) const { return reading_.Source(reading_.words[at]); }

  void Sort(const std::vector<Mention>& mentions) {
    message_.mentions.reserve(mentions.size());
    const size_t count = Count();
    Ends covered_ends(count, 0);
    uint32_t* const covered = covered_ends.data();  // the same, without a check of each index
    for (size_t i = mentions.size(); i-- > 0;) {
      const Mention& mention = mentions[i];
      const MeaningInfo& info = lexicon_.Info(mention.meaning);
      if (info.kind != MeaningInfo::Kind::kConcept) continue;
      message_.mentions.push_back({mention, 0, 0, 0});
      if (info.is_gloss) MarkGlossed(mention);
      covered[mention.begin] = std::max(covered[mention.begin], mention.end);
    }
    for (size_t i = mentions.size(); i-- > 0;) {
      const Mention& mention = mentions[i];
      const MeaningInfo& info = lexicon_.Info(mention.meaning);
      if (info.kind != MeaningInfo::Kind::kCue || IsInsideConcept(mention, info.cue, covered)) {
        continue;
      }
      Add({info.cue, mention.begin, mention.end, static_cast<uint32_t>(std::max(0, info.reach))});
    }
    DropPseudo();
  }

  // Cues come by ascending begin. A pseudo negation stands before what it holds, which may begin
  // where it does.
  void Add(const Cue& cue) {
    auto at = cues_.end();
    if (cue.kind == knowledge::v1::CUE_KIND_PSEUDO_NEGATION) {
      while (at != cues_.begin() && std::prev(at)->begin == cue.begin) --at;
    }
    cues_.insert(at, cue);
  }

  void MarkGlossed(const Mention& mention) {
    message_.glossed.resize(Count(), false);
    std::fill(message_.glossed.begin() + mention.begin, message_.glossed.begin() + mention.end,
              true);
  }

  // "can't feel" is a sign, and no negation of what follows.
  static bool IsInsideConcept(const Mention& cue, CueKind kind, const uint32_t* covered) {
    if (kind == knowledge::v1::CUE_KIND_PSEUDO_NEGATION ||
        kind == knowledge::v1::CUE_KIND_TERMINATOR || kind == knowledge::v1::CUE_KIND_PERSONAL ||
        kind == knowledge::v1::CUE_KIND_INFORMATION) {
      return false;
    }
    const uint32_t first = cue.begin > kLongestConcept ? cue.begin - kLongestConcept : 0;
    for (uint32_t begin = first; begin <= cue.begin; ++begin) {
      if (covered[begin] >= cue.end && covered[begin] - begin > cue.end - cue.begin) return true;
    }
    return false;
  }

  void DropPseudo() {
    uint32_t pseudo_end = 0;
    const auto is_held = [&pseudo_end](const Cue& cue) {
      if (cue.kind == knowledge::v1::CUE_KIND_PSEUDO_NEGATION) {
        pseudo_end = std::max(pseudo_end, cue.end);
      }
      const bool negates = cue.kind == knowledge::v1::CUE_KIND_NEGATION ||
                           cue.kind == knowledge::v1::CUE_KIND_NEGATION_BEFORE;
      return negates && cue.end <= pseudo_end;
    };
    cues_.erase(std::remove_if(cues_.begin(), cues_.end(), is_held), cues_.end());
  }

  // Words at which the reach of other cues ends.
  void MarkStops() {
    stops_.assign(Count() + 1, 0);
    for (const Cue& cue : cues_) {
      if (cue.kind == knowledge::v1::CUE_KIND_TERMINATOR) stops_[cue.begin] |= kEndsAll;
      if (cue.kind == knowledge::v1::CUE_KIND_PERSONAL) stops_[cue.begin] |= kEndsNegation;
      if (cue.kind == knowledge::v1::CUE_KIND_PRESENT) stops_[cue.begin] |= kEndsPast;
      if (cue.kind == knowledge::v1::CUE_KIND_NEGATION) stops_[cue.begin] |= kNegates;
    }
  }

  void Apply(const Cue& cue) {
    switch (cue.kind) {
      case knowledge::v1::CUE_KIND_NEGATION:
        return Deny(cue);
      case knowledge::v1::CUE_KIND_NEGATION_BEFORE:
        if (cue.reach != 0 && !EndsPart(cue)) return;
        return SoftenNearestBefore(cue, cue.reach == 0 ? kPast : kNegated);
      case knowledge::v1::CUE_KIND_HISTORY:
        return Soften(
            cue, BeginOfPast(cue),
            EndOfSpan(cue, BeginsSentence(cue) ? Gap::kClause : Gap::kComma, kEndsAll | kEndsPast),
            kPast);
      case knowledge::v1::CUE_KIND_RESOLVED:
        return SoftenNearestBefore(cue, kOver);
      case knowledge::v1::CUE_KIND_INFORMATION:
        asks_ = true;
        return Soften(cue, cue.begin, EndOfSpan(cue, Gap::kSentence, kEndsAll | kEndsNegation),
                      kGeneral);
      case knowledge::v1::CUE_KIND_NOT_A_PATIENT:
        return Soften(cue, cue.begin, EndOfSpan(cue, Gap::kSentence, kEndsAll | kEndsNegation),
                      kNotPatient);
      case knowledge::v1::CUE_KIND_PRESENT:
        recurs_ = recurs_ || cue.reach == 0;
        message_.recurs = recurs_;
        return;
      case knowledge::v1::CUE_KIND_CORRECTION:
        message_.corrects_earlier = true;
        return;
      case knowledge::v1::CUE_KIND_GENERAL:
        general_ = true;
        general_cue_ = cue;
        return;
      default:
        return;
    }
  }

  void Deny(const Cue& cue) {
    const uint32_t end = EndOfNegation(cue);
    message_.denied.resize(Count(), false);
    std::fill(message_.denied.begin() + cue.end, message_.denied.begin() + end, true);
    Soften(cue, cue.end, end, kNegated);
  }

  void Soften(const Cue& cue, uint32_t begin, uint32_t end, Softening softening) {
    auto it = std::lower_bound(
        message_.mentions.begin(), message_.mentions.end(), begin,
        [](const StatedMention& stated, uint32_t at) { return stated.mention.begin < at; });
    for (; it != message_.mentions.end() && it->mention.begin < end; ++it) {
      Mark(*it, cue, softening);
    }
  }

  static void Mark(StatedMention& stated, const Cue& cue, Softening softening) {
    stated.softened |= softening;
    stated.cue_begin = cue.begin;
    stated.cue_end = cue.end;
  }

  bool BeginsSentence(const Cue& cue) const { return WordAt(cue.begin).gap == Gap::kSentence; }

  // Whether an answer such as "chest pain? no." ends with the cue.
  bool EndsPart(const Cue& cue) const {
    return !WordAt(cue.begin).question && WordAt(cue.begin).gap >= Gap::kComma &&
           (cue.end >= Count() || WordAt(cue.end).gap >= Gap::kComma);
  }

  uint32_t EndOfNegation(const Cue& cue) const {
    const uint32_t reach = cue.reach == 0 ? kFarthestForward : cue.reach;
    uint32_t at = cue.end;
    for (; at < Count() && at - cue.end < reach; ++at) {
      const Gap gap = WordAt(at).gap;
      if (gap >= Gap::kClause || (stops_[at] & (kEndsAll | kEndsNegation)) != 0) break;
      if (gap == Gap::kComma && (at == cue.end || !IsListItem(at))) break;
    }
    return at;
  }

  // Whether what follows a comma at `at` is one more thing that is negated.
  bool IsListItem(uint32_t at) const {
    for (uint32_t i = at; i < Count(); ++i) {
      if (i > at && WordAt(i).gap >= Gap::kComma) return true;
      if (i - at >= kLongestListItem || (stops_[i] & ~kNegates) != 0) return false;
    }
    return true;
  }

  uint32_t EndOfSpan(const Cue& cue, Gap boundary, unsigned stops) const {
    const uint32_t reach = cue.reach == 0 ? kFarthestForward : cue.reach;
    uint32_t at = cue.end;
    for (; at < Count() && at - cue.end < reach; ++at) {
      if (WordAt(at).gap >= boundary || (stops_[at] & stops) != 0) break;
    }
    return at;
  }

  uint32_t BeginOfPast(const Cue& cue) const {
    uint32_t at = cue.begin;
    while (at > 0 && cue.begin - at < kFarthestBack && WordAt(at).gap < Gap::kComma &&
           (stops_[at - 1] & (kEndsAll | kEndsPast)) == 0) {
      --at;
    }
    return at;
  }

  // Where the part of a sentence that holds word `at` begins: after a comma or more, or a stop.
  uint32_t BeginOfPart(uint32_t at) const {
    while (at > 0 && WordAt(at).gap < Gap::kComma && (stops_[at] & kEndsAll) == 0) --at;
    return at;
  }

  // Softens the nearest part before a cue that mentions anything; all of them when its reach is 0.
  void SoftenNearestBefore(const Cue& cue, Softening softening) {
    uint32_t end = cue.begin;
    const bool all = cue.reach == 0;
    if (all) message_.settles_earlier = true;
    if (all) return Soften(cue, 0, end, softening);
    for (int parts = 0; end > 0 && parts < 3; ++parts) {
      const uint32_t begin = BeginOfPart(end - 1);
      if (HasMention(begin, end)) return Soften(cue, begin, end, softening);
      if ((stops_[begin] & kEndsAll) != 0) return;
      end = begin;
    }
  }

  bool HasMention(uint32_t begin, uint32_t end) const {
    const auto it = std::lower_bound(
        message_.mentions.begin(), message_.mentions.end(), begin,
        [](const StatedMention& stated, uint32_t at) { return stated.mention.begin < at; });
    return it != message_.mentions.end() && it->mention.begin < end;
  }

  void SoftenGeneralSentences() {
    std::vector<bool> own(WordAt(Count() - 1).sentence + 1u, false);
    for (const Cue& cue : cues_) {
      if (cue.kind == knowledge::v1::CUE_KIND_PERSONAL) own[WordAt(cue.begin).sentence] = true;
    }
    for (StatedMention& stated : message_.mentions) {
      if (!own[WordAt(stated.mention.begin).sentence]) Mark(stated, general_cue_, kGeneral);
    }
  }

  void ClearPast() {
    for (StatedMention& stated : message_.mentions) {
      stated.softened &= static_cast<uint8_t>(~(kPast | kOver));
    }
  }

  static constexpr uint8_t kEndsAll = 1;
  static constexpr uint8_t kEndsNegation = 2;
  static constexpr uint8_t kEndsPast = 4;
  static constexpr uint8_t kNegates = 8;

  const Lexicon& lexicon_;
  const text::Reading& reading_;
  StatedMessage message_;
  absl::InlinedVector<Cue, kUsualCues> cues_;        // by ascending begin
  absl::InlinedVector<uint8_t, kUsualWords> stops_;  // by word
  bool general_ = false;
  bool asks_ = false;
  bool recurs_ = false;
  Cue general_cue_{};
};

}  // namespace

StatedMessage ReadContext(const Lexicon& lexicon, const text::Reading& reading,
                          const std::vector<Mention>& mentions) {
  return ContextReader(lexicon, reading, mentions).Read();
}

}  // namespace charley::triage
