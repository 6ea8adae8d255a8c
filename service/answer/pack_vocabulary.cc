#include "service/answer/pack_vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "service/text/message.h"
#include "service/text/spelling.h"
#include "service/triage/words.h"

namespace charley::answer {
namespace {

// A form that no dictionary has is a typing error when a real word that it could be one of is to be
// expected in its place this much more often.
constexpr float kTypingErrorRatio = 20;
// Real words of the training that are used at least this often are worth correcting to.
constexpr uint32_t kUsedOften = 2;

// The words of some texts, each once, in their order, and how often each is used.
class WordCount {
 public:
  void AddText(absl::string_view raw) {
    const text::Message message = text::ReadMessage(raw);
    for (const text::Word& word : message.words) {
      Add(message.Form(word), 1);
    }
  }
  // As if the other's texts had been added after these.
  void Add(const WordCount& other) {
    for (const std::string& word : other.words_) Add(word, other.Uses(word));
  }

  const std::vector<std::string>& words() const { return words_; }
  uint32_t Uses(absl::string_view word) const { return uses_.find(word)->second; }

 private:
  void Add(absl::string_view word, uint32_t uses) {
    const auto [it, is_new] = uses_.try_emplace(word, 0);
    if (is_new) words_.emplace_back(word);
    it->second += uses;
  }

  std::vector<std::string> words_;
  absl::flat_hash_map<std::string, uint32_t> uses_;
};

template <typename Visitor>
void VisitOwnTexts(const knowledge::v1::Pack& pack, Visitor visit) {
  for (const auto& topic : pack.topics()) {
    visit(topic.title());
    visit(topic.answer());
    for (const std::string& example : topic.examples()) visit(example);
  }
  for (const auto& talk : pack.small_talk()) {
    for (const std::string& example : talk.examples()) visit(example);
  }
}

// Counts the words of the pack's own texts, which are most of a large pack: the second half on a
// thread of its own.
WordCount CountOwnWords(const knowledge::v1::Pack& pack) {
  std::vector<absl::string_view> texts;
  VisitOwnTexts(pack, [&texts](const std::string& text) { texts.emplace_back(text); });
  const auto count = [](absl::Span<const absl::string_view> some) {
    WordCount words;
    for (const absl::string_view text : some) words.AddText(text);
    return words;
  };
  const auto all = absl::MakeConstSpan(texts);
  std::future<WordCount> second =
      std::async(std::launch::async, count, all.subspan(all.size() / 2));
  WordCount own = count(all.first(all.size() / 2));
  own.Add(second.get());
  return own;
}

template <typename Visitor>
void VisitTraining(const knowledge::v1::Pack& pack, Visitor visit) {
  for (const auto* part :
       {&pack.triage_training(), &pack.out_of_scope_training(), &pack.conversation_training()}) {
    for (const auto& message : *part) {
      visit(message.question());
      for (const std::string& earlier : message.earlier()) visit(earlier);
    }
  }
}

// Which forms of the pack's texts are words, and which are typing errors: examples hold those on
// purpose, and they must stay unknown so that they are corrected.
class RealWords {
 public:
  RealWords(const knowledge::v1::Pack& pack, const WordCount& count)
      : dictionary_(pack.dictionary()), count_(count) {
    for (size_t i = 0; i < count.words().size(); ++i) {
      const std::string& word = count.words()[i];
      if (!IsInDictionary(word)) continue;
      frequent_.Add(static_cast<uint32_t>(i), word, count.Uses(word), /*two_edits=*/false);
    }
    frequent_.Sort();
  }

  bool IsInDictionary(const std::string& word) const {
    return std::binary_search(dictionary_.begin(), dictionary_.end(), word);
  }

  bool IsTypingError(const std::string& word) const {
    if (IsInDictionary(word)) return false;
    const float meant = frequent_.Nearest(word).worth;
    return meant > kTypingErrorRatio * static_cast<float>(count_.Uses(word));
  }

 private:
  const google::protobuf::RepeatedPtrField<std::string>& dictionary_;
  const WordCount& count_;
  text::Spelling frequent_;
};

void AddDomainWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  const WordCount own = CountOwnWords(pack);
  WordCount all = own;
  VisitTraining(pack, [&all](const std::string& text) { all.AddText(text); });
  const RealWords real(pack, all);
  for (const std::string& word : own.words()) {
    if (!real.IsTypingError(word)) builder.AddDomainWord(word, all.Uses(word));
  }
  for (size_t i = own.words().size(); i < all.words().size(); ++i) {
    const std::string& word = all.words()[i];
    if (all.Uses(word) >= kUsedOften && real.IsInDictionary(word)) {
      builder.AddDomainWord(word, all.Uses(word));
    }
  }
  triage::AddTriageWords(pack, builder);
}

// Adds the words that the compiler collected; false when the pack holds none.
bool AddCollectedWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  for (const auto& model : pack.models()) {
    if (model.name() == kVocabularyModel) return builder.AddDomainWords(model.data());
  }
  return false;
}

}  // namespace

knowledge::v1::Model CollectVocabulary(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  AddDomainWords(pack, builder);
  knowledge::v1::Model model;
  model.set_name(kVocabularyModel);
  model.set_data(builder.DomainWords());
  return model;
}

text::Vocabulary BuildVocabulary(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  if (!AddCollectedWords(pack, builder)) AddDomainWords(pack, builder);
  triage::AddGlossWords(pack, builder);
  for (const std::string& word : pack.dictionary()) builder.AddDictionaryWord(word);
  return std::move(builder).Build();
}

}  // namespace charley::answer
