#include "service/triage/lessons.h"

#include <algorithm>
#include <future>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "knowledge/topic_examples.h"
#include "service/text/reading.h"
#include "service/text/typos.h"

namespace charley::triage {
namespace {

// A conversation to make lessons of.
struct Message {
  std::vector<std::string> texts;  // oldest first
  bool urgent = false;
  int fold = kNoFold;
};

std::vector<std::string> TextsOf(const knowledge::v1::LabelledMessage& message) {
  std::vector<std::string> texts(message.earlier().begin(), message.earlier().end());
  texts.push_back(message.question());
  return texts;
}

// Messages of one card stay together, so that a voice is judged by others alone.
int FoldOf(const knowledge::v1::LabelledMessage& message) {
  uint64_t hash = 1469598103934665603ULL;
  for (const char c : absl::StrCat(message.id().substr(0, 2), message.card())) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return static_cast<int>((hash >> 20) % kFolds);
}

std::vector<Message> LabelledMessagesOf(const knowledge::v1::Pack& pack) {
  std::vector<Message> messages;
  for (const auto& message : pack.triage_training()) {
    if (message.expect() != "urgent" && message.expect() != "not_urgent") continue;
    messages.push_back({TextsOf(message), message.expect() == "urgent", FoldOf(message)});
  }
  return messages;
}

std::vector<Message> ExamplesOf(const knowledge::v1::Pack& pack) {
  std::vector<Message> examples;
  const auto add = [&examples](std::vector<std::string> texts, bool urgent) {
    const int fold = static_cast<int>((examples.size() + 1) % kFolds);
    examples.push_back({std::move(texts), urgent, fold});
  };
  for (const auto& rule : pack.triage_rules()) {
    if (rule.level() >= knowledge::v1::LEVEL_URGENT_TODAY) {
      for (const std::string& text : rule.fires()) add({text}, true);
    }
    for (const std::string& text : rule.near_misses()) add({text}, false);
  }
  knowledge::ForSomeExamples(pack, knowledge::kMostForTriage,
                             [&](const std::string& example) { add({example}, false); });
  for (const auto& message : pack.out_of_scope_training()) add(TextsOf(message), false);
  for (const auto& message : pack.conversation_training()) add(TextsOf(message), false);
  return examples;
}

// Collects features as one vector.
class VectorSink final : public FeatureSink {
 public:
  explicit VectorSink(const text::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void Add(uint32_t slot, float value) override { features_.push_back({slot, value}); }
  void AddLetters(text::WordId id) override { AddLettersOf(vocabulary_.Form(id)); }
  void AddLettersOf(absl::string_view form) override {
    slots_.clear();
    AppendLetterSlots(form, slots_);
    for (const uint32_t slot : slots_) features_.push_back({slot, kLetterValue});
  }
  const std::vector<Feature>& features() const { return features_; }

 private:
  const text::Vocabulary& vocabulary_;
  std::vector<Feature> features_;
  std::vector<uint32_t> slots_;
};

LabelledVector Scaled(std::vector<Feature> features, size_t words, bool urgent) {
  const float scale = ScaleOf(words);
  for (Feature& feature : features) feature.value *= scale;
  features.push_back({kConstantSlot, 1});
  Compact(features);
  return {std::move(features), urgent};
}

// Makes lessons of messages.
class LessonMaker {
 public:
  LessonMaker(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
              const Analyzer& analyzer)
      : pack_(pack),
        vocabulary_(vocabulary),
        analyzer_(analyzer),
        extractor_(pack, vocabulary, analyzer) {}

  Lesson Make(const Message& message) const {
    const auto conversation = Read(message.texts);
    const Analysis analysis = analyzer_.Analyze(conversation);
    Lesson lesson;
    lesson.fold = message.fold;
    VectorSink all(vocabulary_);
    size_t words = 0;
    const Sentences sentences = SentencesOf(conversation);
    for (const Sentence& sentence : sentences) {
      VectorSink sink(vocabulary_);
      const StatedMessage& stated = analysis.messages[sentence.message];
      extractor_.VisitWords(conversation[sentence.message], stated, sentence, sink);
      extractor_.VisitConcepts(stated, sentence, sink);
      for (const Feature& feature : sink.features()) all.Add(feature.slot, feature.value);
      words += sentence.size();
      lesson.sentences.push_back(Scaled(sink.features(), sentence.size(), message.urgent));
    }
    extractor_.VisitRules(analysis, all);
    lesson.whole = Scaled(all.features(), words, message.urgent);
    lesson.raised_by_rule =
        std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const RuleHit& hit) {
          return hit.fired &&
                 pack_.triage_rules(hit.rule).level() >= knowledge::v1::LEVEL_URGENT_TODAY;
        });
    return lesson;
  }

  // The words alone, each long one misspelt: what they teach must outlive a thumb, and the lexicon,
  // whose phrases came from messages such as these, must not be trusted more than it deserves.
  Lesson MakeMisspelt(const Message& message) const {
    std::vector<std::string> texts;
    for (const std::string& text : message.texts) texts.push_back(text::WithTypos(text));
    const auto conversation = Read(texts);
    const Analysis analysis = analyzer_.Analyze(conversation);
    VectorSink sink(vocabulary_);
    size_t words = 0;
    for (const Sentence& sentence : SentencesOf(conversation)) {
      extractor_.VisitWords(conversation[sentence.message], analysis.messages[sentence.message],
                            sentence, sink);
      words += sentence.size();
    }
    Lesson lesson;
    lesson.fold = message.fold;
    lesson.whole = Scaled(sink.features(), words, message.urgent);
    return lesson;
  }

 private:
  std::vector<text::Reading> Read(const std::vector<std::string>& texts) const {
    std::vector<text::Reading> conversation;
    conversation.reserve(texts.size());
    for (const std::string& text : texts) conversation.push_back(text::Read(text, vocabulary_));
    return conversation;
  }

  const knowledge::v1::Pack& pack_;
  const text::Vocabulary& vocabulary_;
  const Analyzer& analyzer_;
  const FeatureExtractor extractor_;
};

}  // namespace

Lessons LessonsOf(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                  const Analyzer& analyzer) {
  const LessonMaker maker(pack, vocabulary, analyzer);
  const std::vector<Message> labelled = LabelledMessagesOf(pack);
  const std::vector<Message> examples = ExamplesOf(pack);
  // Half of the work, on a thread of its own.
  std::future<std::vector<Lesson>> misspelt = std::async(std::launch::async, [&] {
    std::vector<Lesson> made;
    for (const std::vector<Message>* messages : {&labelled, &examples}) {
      for (const Message& message : *messages) made.push_back(maker.MakeMisspelt(message));
    }
    return made;
  });
  Lessons lessons;
  for (const Message& message : labelled) lessons.labelled.push_back(maker.Make(message));
  for (const Message& message : examples) lessons.examples.push_back(maker.Make(message));
  lessons.misspelt = misspelt.get();
  return lessons;
}

}  // namespace charley::triage
