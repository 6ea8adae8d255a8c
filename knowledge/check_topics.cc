// Topics are short, plain, cited, and asked often enough.

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "knowledge/check.h"
#include "knowledge/readability.h"

namespace charley::knowledge {
namespace {

class TopicCheck {
 public:
  TopicCheck(const v1::Pack& pack, std::vector<Problem>& problems)
      : terms_(pack.manifest().terms().begin(), pack.manifest().terms().end()),
        problems_(problems) {}

  void Check(const v1::Topic& topic) {
    topic_ = &topic;
    CheckTitle();
    CheckAnswer();
    if (topic.citations().empty()) {
      Error("has no citation", "cite the paragraph that the answer rests on, or drop the topic");
    }
    if (topic.level() != v1::LEVEL_SELF_CARE && topic.level() != v1::LEVEL_SEE_CLINICIAN) {
      Error(absl::StrCat("has the level ", v1::Level_Name(topic.level())),
            "use LEVEL_SELF_CARE or LEVEL_SEE_CLINICIAN; anything more urgent is a triage rule");
    }
    if (topic.examples_size() < kFewestExamples) {
      Error(absl::StrCat("has ", topic.examples_size(), " examples"),
            absl::StrCat("write at least ", kFewestExamples, ", as patients type them"));
    }
    CheckFrequent();
  }

 private:
  void CheckTitle() {
    if (topic_->theme().empty()) Error("has no theme", "name the heading it is listed under");
    if (!absl::EndsWith(topic_->title(), "?") ||
        topic_->title().size() > static_cast<size_t>(kLongestTitle)) {
      Error(absl::StrCat("has the title '", topic_->title(), "'"),
            absl::StrCat("write a question of at most ", kLongestTitle, " characters"));
    }
  }

  void CheckAnswer() {
    const Readability measured = MeasureReadability(topic_->answer(), terms_);
    if (measured.words < kFewestAnswerWords || measured.words > kMostAnswerWords) {
      Error(absl::StrCat("has an answer of ", measured.words, " words"),
            absl::StrCat("keep to ", kFewestAnswerWords, " to ", kMostAnswerWords));
    }
    if (measured.longest_sentence > kMostSentenceWords) {
      Error(absl::StrCat("has a sentence of ", measured.longest_sentence, " words"),
            absl::StrCat("keep to ", kMostSentenceWords));
    }
    if (measured.reading_age > kOldestReadingAge) {
      Error(absl::StrFormat("has a reading age of %.1f", measured.reading_age),
            absl::StrFormat("keep to %.0f: shorter words, shorter sentences", kOldestReadingAge));
    }
  }

  void CheckFrequent() {
    if (topic_->frequent() == 0) return;
    const auto [it, added] = frequent_.try_emplace(topic_->frequent(), topic_->id());
    if (topic_->frequent() < 0 || !added) {
      Error(absl::StrCat("has the place ", topic_->frequent(), " among the questions asked most",
                         added ? "" : absl::StrCat(", as topic ", it->second, " has")),
            "count from 1, each place once; 0 for the rest");
    }
  }

  void Error(std::string what, std::string remedy) {
    AddError(problems_, absl::StrCat("topic ", topic_->id()), std::move(what), std::move(remedy));
  }

  const std::vector<std::string> terms_;
  std::vector<Problem>& problems_;
  absl::flat_hash_map<int, std::string> frequent_;
  const v1::Topic* topic_ = nullptr;
};

}  // namespace

void CheckTopics(const v1::Pack& pack, std::vector<Problem>& problems) {
  TopicCheck check(pack, problems);
  for (const v1::Topic& topic : pack.topics()) check.Check(topic);
}

}  // namespace charley::knowledge
