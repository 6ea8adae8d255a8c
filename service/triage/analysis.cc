#include "service/triage/analysis.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "knowledge/status_macros.h"

namespace charley::triage {
namespace {

// "All healed": what earlier messages told is over.
void Settle(absl::Span<StatedMessage> earlier) {
  for (StatedMessage& message : earlier) {
    for (StatedMention& stated : message.mentions) stated.softened |= kOver;
  }
}

bool Overlap(const Mention& a, const Mention& b) { return a.begin < b.end && b.begin < a.end; }

// "Calf, not chest": earlier mentions of what `correction` negates are dropped, and those that hold
// them.
void Correct(const StatedMessage& correction, StatedMessage& earlier) {
  std::vector<Mention> never_meant;
  for (const StatedMention& denied : correction.mentions) {
    if ((denied.softened & kNegated) == 0) continue;
    for (const StatedMention& stated : earlier.mentions) {
      if (stated.mention.meaning == denied.mention.meaning) never_meant.push_back(stated.mention);
    }
  }
  const auto is_dropped = [&never_meant](const StatedMention& stated) {
    return std::any_of(never_meant.begin(), never_meant.end(), [&stated](const Mention& mention) {
      return Overlap(mention, stated.mention);
    });
  };
  earlier.mentions.erase(
      std::remove_if(earlier.mentions.begin(), earlier.mentions.end(), is_dropped),
      earlier.mentions.end());
}

}  // namespace

absl::StatusOr<Analyzer> Analyzer::Create(const knowledge::v1::Pack& pack,
                                          const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::Create(pack, vocabulary));
  ASSIGN_OR_RETURN(Rules rules, Rules::Create(pack, lexicon));
  return Analyzer(std::move(lexicon), std::move(rules));
}

Analysis Analyzer::Analyze(absl::Span<const text::Reading> conversation) const {
  Analysis analysis;
  analysis.messages.reserve(conversation.size());
  for (const text::Reading& reading : conversation) {
    StatedMessage message = ReadContext(lexicon_, reading, lexicon_.Find(reading));
    if (message.settles_earlier) Settle(absl::MakeSpan(analysis.messages));
    if (message.corrects_earlier) {
      for (StatedMessage& earlier : analysis.messages) Correct(message, earlier);
    }
    analysis.messages.push_back(std::move(message));
  }
  analysis.hits = rules_.Find(conversation, analysis.messages);
  return analysis;
}

}  // namespace charley::triage
