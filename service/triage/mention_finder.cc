// Lexicon::Find: from the last word to the first, so that what a phrase names in braces is known
// when the phrase is read.

#include <algorithm>
#include <utility>

#include "absl/base/attributes.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "service/triage/lexicon.h"

namespace charley::triage {
namespace {

// A word begins at most this many mentions; more say nothing new, and a bound keeps work linear.
constexpr size_t kMostMentionsAtWord = 48;

// Of most messages: longer ones take memory from the heap.
constexpr size_t kUsualWords = 32;

using NodeId = PhraseNet::NodeId;
using Step = PhraseNet::Step;

// "In spring. Fever since noon." holds no spring fever.
bool CrossesSentences(const text::Reading& reading, const Mention& mention) {
  for (uint32_t i = mention.begin + 1; i < mention.end; ++i) {
    if (reading.Source(reading.words[i]).gap == text::Gap::kSentence) return true;
  }
  return false;
}

}  // namespace

class MentionFinder {
 public:
  MentionFinder(const Lexicon& lexicon, const text::Reading& reading,
                const std::vector<Mention>& hidden)
      : lexicon_(lexicon),
        net_(lexicon.net_),
        reading_(reading),
        words_(reading.words.data()),
        count_(static_cast<uint32_t>(reading.words.size())),
        hidden_(hidden),
        found_(count_ + 1),
        at_(found_.data()) {
    mentions_.reserve(4 * reading.words.size());
    FindBeginnings();
    beginnings_.push_back({PhraseNet::kRoot, kNowhere});
  }
  MentionFinder(const MentionFinder&) = delete;  // it points into itself
  MentionFinder& operator=(const MentionFinder&) = delete;

  void Run() {
    next_ = beginnings_.data();
    for (uint32_t i = count_; i-- > 0;) {
      begin_ = i;
      at_[i].first_mention = static_cast<uint32_t>(mentions_.size());
      AddWordBits();
      AddNumbers();
      BeginPhrases();
    }
  }

  std::vector<Mention> TakeMentions() { return std::move(mentions_); }

 private:
  static constexpr uint32_t kNowhere = 0xFFFFFFFFu;

  // Where phrases begin that a word is the first of. The last one stands at kNowhere.
  struct Beginning {
    NodeId node;
    uint32_t word;
  };

  // What is found of a word.
  struct Found {
    uint64_t bits = 0;           // of itself and of the mentions that begin at it
    uint32_t first_mention = 0;  // in mentions_
    bool stops = false;          // "..." does not reach over it
  };

  void FindBeginnings() {
    for (uint32_t i = count_; i-- > 0;) {
      const text::ReadWord& word = words_[i];
      if (word.id == text::kNoWord) continue;
      const NodeId stem = net_.Begin(Step::kStem, word.stem);
      if (stem != PhraseNet::kRoot) beginnings_.push_back({stem, i});
      const NodeId exact = net_.Begin(Step::kExact, word.id);
      if (exact != PhraseNet::kRoot) beginnings_.push_back({exact, i});
    }
  }

  bool BeginsSentence(uint32_t at) const {
    return reading_.Source(words_[at]).gap == text::Gap::kSentence;
  }

  void AddWordBits() {
    const text::ReadWord& word = words_[begin_];
    uint64_t& bits = at_[begin_].bits;
    bits = PhraseNet::kWordBit;
    if (word.id == text::kNoWord) return;
    bits |= PhraseNet::Bit(Step::kStem, word.stem) | PhraseNet::Bit(Step::kExact, word.id);
  }

  void AddNumbers() {
    const absl::string_view typed = reading_.Typed(words_[begin_]);
    if (absl::ascii_isdigit(static_cast<unsigned char>(*typed.data()))) AddNumber(typed);
  }

  void AddNumber(absl::string_view typed) {
    const bool is_unit = begin_ > 0 && words_[begin_ - 1].source == words_[begin_].source;
    if (is_unit) return;
    const size_t end = std::min(typed.find_first_not_of("0123456789.,"), typed.size());
    std::string digits(typed.substr(0, end));
    std::replace(digits.begin(), digits.end(), ',', '.');
    double value = 0;
    if (!absl::SimpleAtod(digits, &value)) return;
    for (const PhraseNet::NumberRange& range : net_.number_ranges()) {
      if (value >= range.low && value <= range.high) Emit(range.meaning, begin_ + 1);
    }
  }

  // Takes the phrases that begin with a word.
  void BeginPhrases() {
    for (; next_->word == begin_; ++next_) Arrive(next_->node, begin_ + 1);
  }

  // Takes the steps that begin with the word at `at`. No word stands at the end, whose bits are
  // none.
  void WalkWord(NodeId node, uint32_t at) {
    if ((net_.Bits(node) & at_[at].bits) != 0) TakeSteps(node, at);
  }

  void TakeSteps(NodeId node, uint32_t at) {
    const text::ReadWord& word = words_[at];
    if (word.id != text::kNoWord) {
      ArriveAll(net_.Next(node, Step::kStem, word.stem), at + 1);
      ArriveAll(net_.Next(node, Step::kExact, word.id), at + 1);
    }
    if (net_.Has(node, Step::kAny) && !BeginsSentence(at)) {
      ArriveAll(net_.Next(node, Step::kAny, 0), at + 1);
    }
    if (!net_.Has(node, Step::kMeaning)) return;
    for (size_t i = at_[at].first_mention, last = EndOf(at); i < last; ++i) {
      const Mention mention = mentions_[i];
      ArriveAll(net_.Next(node, Step::kMeaning, mention.meaning), mention.end);
    }
  }

  // The mentions of a word at `at` > begin_ end where those of the word before it begin, which
  // were found later.
  size_t EndOf(uint32_t at) const { return at_[at - 1].first_mention; }

  // Most steps lead nowhere, which is not worth a call.
  ABSL_ATTRIBUTE_ALWAYS_INLINE void ArriveAll(absl::Span<const PhraseNet::Edge> edges,
                                              uint32_t at) {
    const uint64_t bits = at_[at].bits;
    for (const PhraseNet::Edge& edge : edges) {
      if (edge.IsWorth(bits)) Arrive(edge.node(), at);
    }
  }

  void Arrive(NodeId node, uint32_t at) {
    for (const MeaningId meaning : net_.Ends(node)) Emit(meaning, at);
    if (net_.IsLeaf(node)) return;
    WalkWord(node, at);
    net_.ForEachBeyond(node, [this, at](NodeId beyond) { WalkGap(beyond, at); });
  }

  void WalkGap(NodeId beyond, uint32_t at) {
    for (int skipped = 0; skipped <= kLongestGap && at < count_; ++skipped, ++at) {
      WalkWord(beyond, at);
      net_.ForEachBeyond(beyond, [this, at](NodeId next) { WalkGap(next, at); });
      if (at_[at].stops || BeginsSentence(at)) return;
    }
  }

  void Emit(MeaningId meaning, uint32_t end) {
    const size_t first = at_[begin_].first_mention;
    if (mentions_.size() - first >= kMostMentionsAtWord) return;
    if (!hidden_.empty() && IsHidden(meaning, end)) return;
    for (size_t i = first; i < mentions_.size(); ++i) {
      if (mentions_[i].meaning == meaning && mentions_[i].end == end) return;
    }
    mentions_.push_back({meaning, begin_, end});
    at_[begin_].bits |= PhraseNet::Bit(Step::kMeaning, meaning);
    NoteStop(meaning, end);
    const NodeId node = net_.Begin(Step::kMeaning, meaning);
    if (node != PhraseNet::kRoot) Arrive(node, end);
    for (const MeaningId group : lexicon_.groups_[meaning]) Emit(group, end);
  }

  void NoteStop(MeaningId meaning, uint32_t end) {
    const MeaningInfo& info = lexicon_.infos_[meaning];
    if (info.kind != MeaningInfo::Kind::kCue) return;
    if (info.cue == knowledge::v1::CUE_KIND_PSEUDO_NEGATION) {
      for (uint32_t i = begin_; i < end; ++i) at_[i].stops = false;
    } else if (info.stops_gaps) {
      at_[begin_].stops = true;
    }
  }

  bool IsHidden(MeaningId meaning, uint32_t end) const {
    return std::any_of(hidden_.begin(), hidden_.end(), [&](const Mention& hider) {
      return lexicon_.hides_[hider.meaning] == meaning && hider.begin <= begin_ && end <= hider.end;
    });
  }

  const Lexicon& lexicon_;
  const PhraseNet& net_;
  const text::Reading& reading_;
  const text::ReadWord* const words_;
  const uint32_t count_;
  const std::vector<Mention>& hidden_;
  std::vector<Mention> mentions_;
  absl::InlinedVector<Beginning, kUsualWords> beginnings_;  // the last word's first
  const Beginning* next_ = nullptr;                         // of them
  absl::InlinedVector<Found, kUsualWords> found_;           // by word, and of the end
  Found* const at_;  // the same, without a check of each index
  uint32_t begin_ = 0;
};

std::vector<Mention> Lexicon::Find(const text::Reading& reading) const {
  std::vector<Mention> hidden;
  MentionFinder first(*this, reading, hidden);
  first.Run();
  std::vector<Mention> mentions = first.TakeMentions();
  for (const Mention& mention : mentions) {
    if (hides_[mention.meaning] == kNoMeaning || CrossesSentences(reading, mention)) continue;
    hidden.push_back(mention);
  }
  if (!hidden.empty()) {
    MentionFinder second(*this, reading, hidden);
    second.Run();
    mentions = second.TakeMentions();
  }
  const auto is_none = [this, &reading](const Mention& mention) {
    const MeaningInfo::Kind kind = infos_[mention.meaning].kind;
    // "A battery. Is heat good?" is not about a battery that is flat.
    return kind == MeaningInfo::Kind::kHelper ||
           (kind == MeaningInfo::Kind::kCue && CrossesSentences(reading, mention));
  };
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(), is_none), mentions.end());
  return mentions;
}

}  // namespace charley::triage
