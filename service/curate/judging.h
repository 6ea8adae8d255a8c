// What makes a reply to a labelled message right.

#ifndef CHARLEY_SERVICE_CURATE_JUDGING_H_
#define CHARLEY_SERVICE_CURATE_JUDGING_H_

#include <string>
#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "service/answer/engine.h"

namespace charley::curate {

// The rates that an evaluation measures.
enum class Measure {
  kUrgentRecall,  // of messages with a red flag, those that escalate
  kFalseAlarms,   // of messages without, those that escalate: the fewer the better
  kInScope,       // of questions that the pack answers, those answered by an accepted paragraph
  kTwoQuestions,  // of both questions of messages that ask two, those answered by such a paragraph
  kOutOfScope,    // of questions that it does not answer, those not answered
  kChitchat,      // of small talk, what is taken for that or not covered
};
inline constexpr Measure kMeasures[] = {Measure::kUrgentRecall, Measure::kFalseAlarms,
                                        Measure::kInScope,      Measure::kTwoQuestions,
                                        Measure::kOutOfScope,   Measure::kChitchat};

// "urgent recall".
const char* NameOf(Measure measure);

// One reply, judged by one measure.
struct Judgement {
  Measure measure = Measure::kUrgentRecall;
  double credit = 0;   // 0, 0.5 or 1 towards the rate; for false alarms 1 is the bad end
  bool wrong = false;  // less than it should be
};

// Which source the paragraphs of the question sets belong to, and how many of a reply's citations
// of it are looked at.
inline constexpr char kScoredSource[] = "article";
inline constexpr int kScoredCitations = 2;

// Whether a reply breaks the rule that an escalation carries nothing else: its other parts are set
// too, or there is neither.
bool IsMalformed(const answer::AskOutcome& outcome);

// Judges a reply by the message's labels: by `expect` ("either" is not scored) and by `kind`. A
// malformed reply is wrong. A clarification counts half in scope when an option would be right. Of
// a message with two questions the first answer may be to either; each counts half towards
// kTwoQuestions.
std::vector<Judgement> Judge(const knowledge::v1::LabelledMessage& message,
                             const answer::AskOutcome& outcome, const answer::Engine& engine);

// The paragraphs of the scored source that a topic is judged by.
std::vector<int> ScoredParagraphs(const v1::Answer& answer);

// A reply in a few words: "answer night-cramps-why", "escalation emergency now".
std::string Summarize(const answer::AskOutcome& outcome);

// "emergency now".
std::string NameOf(v1::Urgency urgency);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_JUDGING_H_
