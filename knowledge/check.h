// What the compiler refuses, and what it warns of.

#ifndef CHARLEY_KNOWLEDGE_CHECK_H_
#define CHARLEY_KNOWLEDGE_CHECK_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// How bad a problem is.
enum class Severity {
  kWarning,  // refused only when the curator asks for strictness
  kError,    // the pack is not built
};

// One thing wrong with a pack.
struct Problem {
  Severity severity = Severity::kError;
  std::string where;   // for example "topic night-cramps-why, citation 2"
  std::string what;    // what is wrong, with the value and its limit
  std::string remedy;  // what to do
};

// "where: what; remedy" on one line.
std::string Describe(const Problem& problem);

// The limits of what curators write. Each keeps answers short enough to be read at night on a
// telephone, or quotes short enough to be a pointer and not a copy.
inline constexpr int kFewestAnswerWords = 40;
inline constexpr int kMostAnswerWords = 120;
inline constexpr int kMostSentenceWords = 20;
inline constexpr double kOldestReadingAge = 11.0;
inline constexpr size_t kMostGlossBytes = 40;  // of Concept.english: a word or two
inline constexpr int kMostQuoteWords = 12;
inline constexpr int kFewestExamples = 12;
inline constexpr int kLongestTitle = 80;  // characters

// Checks everything that can be checked without a source's text: ids, references, citations,
// sources, quotes' length, duplicate examples, the reading budget, triage rules, regions, training
// messages. `today` decides which reviews are overdue. The same pack gives the same problems in the
// same order.
std::vector<Problem> CheckPack(const v1::Pack& pack, absl::CivilDay today);

// The parts of CheckPack, one concern each.
void CheckSources(const v1::Pack& pack, absl::CivilDay today, std::vector<Problem>& problems);
void CheckTopics(const v1::Pack& pack, std::vector<Problem>& problems);
void CheckExamples(const v1::Pack& pack, std::vector<Problem>& problems);
void CheckReferences(const v1::Pack& pack, std::vector<Problem>& problems);
void CheckTriage(const v1::Pack& pack, std::vector<Problem>& problems);
void CheckLanguage(const v1::Pack& pack, std::vector<Problem>& problems);
void CheckTraining(const v1::Pack& pack, std::vector<Problem>& problems);

// What the parts add their findings with.
void AddError(std::vector<Problem>& problems, std::string where, std::string what,
              std::string remedy);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_CHECK_H_
