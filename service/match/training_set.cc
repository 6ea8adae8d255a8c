#include "service/match/training_set.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "knowledge/status_macros.h"
#include "service/match/targets.h"
#include "service/text/typos.h"

namespace charley::match {
namespace {

constexpr int kMisspeltEvery = 3;  // of how many messages one is learned a second time, misspelt

class Collector {
 public:
  Collector(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary)
      : vocabulary_(vocabulary), dealt_(static_cast<size_t>(Targets(pack).size()) + 1) {}

  void Add(int label, const std::string& question) { AddConversation(label, {question}); }

  void AddSentences(int label, const std::string& answer) {
    for (const absl::string_view sentence :
         absl::StrSplit(answer, absl::ByAnyChar(".?!"), absl::SkipWhitespace())) {
      TrainingMessage message;
      message.conversation.push_back(text::Read(sentence, vocabulary_));
      message.label = label;
      message.fold = kNoFold;
      messages_.push_back(std::move(message));
    }
  }

  void Add(int label, const knowledge::v1::LabelledMessage& labelled) {
    std::vector<std::string> texts(labelled.earlier().begin(), labelled.earlier().end());
    texts.push_back(labelled.question());
    AddConversation(label, texts);
  }

  std::vector<TrainingMessage> Take() && {
    for (TrainingMessage& message : messages_) {
      message.tokens = TokensOfConversation(message.conversation, vocabulary_);
      SortByKey(message.tokens);
    }
    return std::move(messages_);
  }

 private:
  // Adds a conversation as it was typed and, in the same fold, as a hasty thumb would have typed
  // it.
  void AddConversation(int label, const std::vector<std::string>& texts) {
    TrainingMessage message;
    TrainingMessage misspelt;
    for (const std::string& text : texts) {
      message.conversation.push_back(text::Read(text, vocabulary_));
      misspelt.conversation.push_back(text::Read(text::WithTypos(text), vocabulary_));
    }
    message.label = misspelt.label = label;
    message.fold = misspelt.fold = dealt_[static_cast<size_t>(label)]++ % kFolds;
    misspelt.misspelt = true;
    messages_.push_back(std::move(message));
    if (message_count_++ % kMisspeltEvery == 0) messages_.push_back(std::move(misspelt));
  }

  const text::Vocabulary& vocabulary_;
  std::vector<int> dealt_;  // by label
  std::vector<TrainingMessage> messages_;
  int message_count_ = 0;
};

}  // namespace

absl::StatusOr<std::vector<TrainingMessage>> ReadTrainingSet(const knowledge::v1::Pack& pack,
                                                             const text::Vocabulary& vocabulary) {
  Collector collector(pack, vocabulary);
  ForEachExample(pack, [&collector](int target, const std::string& example) {
    collector.Add(target, example);
  });
  for (int i = 0; i < pack.topics_size(); ++i) collector.AddSentences(i, pack.topics(i).answer());
  absl::flat_hash_map<std::string, int> topics;
  for (int i = 0; i < pack.topics_size(); ++i) topics.emplace(pack.topics(i).id(), i);
  for (const auto& message : pack.conversation_training()) {
    const auto it = topics.find(message.topics_size() == 0 ? "" : message.topics(0));
    if (it == topics.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("conversation training ", message.id(),
                       ": its first topic is not in the pack; name one that is"));
    }
    collector.Add(it->second, message);
  }
  const int none = Targets(pack).size();
  for (const auto& message : pack.out_of_scope_training()) collector.Add(none, message);
  return std::move(collector).Take();
}

}  // namespace charley::match
