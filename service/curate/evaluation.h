// Runs labelled messages through an engine and adds up how it did.

#ifndef CHARLEY_SERVICE_CURATE_EVALUATION_H_
#define CHARLEY_SERVICE_CURATE_EVALUATION_H_

#include <map>
#include <string>
#include <vector>

#include "knowledge/labelled_messages.h"
#include "service/answer/engine.h"
#include "service/curate/interval.h"
#include "service/curate/judging.h"

namespace charley::curate {

// Credit out of a number of messages.
struct Tally {
  double credit = 0;
  int n = 0;

  double Rate() const { return n == 0 ? 0 : credit / n; }
  Interval Bounds() const { return WilsonInterval(credit, n); }
};

// One measure over a question set, as a whole and in parts.
struct MeasuredRate {
  Measure measure = Measure::kUrgentRecall;
  Tally all;
  std::map<std::string, Tally> by_category;
  std::map<std::string, Tally> by_style;
};

// One message whose reply was not as it should be.
struct Miss {
  const knowledge::v1::LabelledMessage* message = nullptr;  // of the question set
  Measure measure = Measure::kUrgentRecall;
  std::string reply;               // in a few words
  std::vector<std::string> words;  // of the message: those that spoke for the reply, if it is one
};

// How often one thing was taken for another, and the words that spoke for it.
struct Confusion {
  int times = 0;
  std::map<std::string, int> words;  // with how often
};

// What an evaluation found. Refers to the question set.
struct Evaluation {
  std::vector<MeasuredRate> rates;  // in the order of kMeasures; without those that have no message
  std::vector<Miss> misses;         // in the order of the question set
  // In scope, by expected and cited paragraphs: "7 -> 3".
  std::map<std::string, Confusion> confusions;
  std::vector<const knowledge::v1::LabelledMessage*> malformed;

  // The rate of one measure; null when no message has it.
  const MeasuredRate* Find(Measure measure) const;
};

// Asks `engine` every message. The words behind an answer are those that count most towards its
// topic, behind an escalation those that its rules matched; other replies have none. `messages`
// must outlive the result.
Evaluation Evaluate(const answer::Engine& engine, const knowledge::LabelledMessages& messages);

// The mean of evaluations of the same messages, worded otherwise each time: credits are averaged;
// all else is the first one's. There is at least one.
Evaluation MeanOf(std::vector<Evaluation> evaluations);

// Points (hundredths of the rate) by which `other` is worse than `first`; negative when better.
double PointsLost(const MeasuredRate& first, const MeasuredRate& other);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EVALUATION_H_
