#include "tests/triage/small_pack.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "service/text/message.h"
#include "service/triage/words.h"

namespace charley::triage {

const char kCues[] = R"pb(
  context_cues { kind: CUE_KIND_NEGATION phrases: "(no|not|isnt|without)" reach: 6 }
  context_cues { kind: CUE_KIND_NEGATION_BEFORE phrases: "(no|none)" reach: 5 }
  context_cues { kind: CUE_KIND_NEGATION_BEFORE phrases: "ruled out" }
  context_cues { kind: CUE_KIND_PSEUDO_NEGATION phrases: "(not just|no relief|isnt not)" }
  context_cues { kind: CUE_KIND_HISTORY phrases: "(years ago|used to)" }
  context_cues { kind: CUE_KIND_RESOLVED phrases: "all healed" }
  context_cues { kind: CUE_KIND_RESOLVED phrases: "gone now" reach: 6 }
  context_cues { kind: CUE_KIND_PRESENT phrases: "same again" }
  context_cues { kind: CUE_KIND_PRESENT phrases: "(is|now)" reach: 3 }
  context_cues { kind: CUE_KIND_TERMINATOR phrases: "but" }
  context_cues { kind: CUE_KIND_PERSONAL phrases: "my" }
  context_cues { kind: CUE_KIND_INFORMATION phrases: "what are the signs" }
  context_cues { kind: CUE_KIND_GENERAL phrases: "for homework" }
  context_cues { kind: CUE_KIND_NOT_A_PATIENT phrases: "the dog has" }
  context_cues { kind: CUE_KIND_CORRECTION phrases: "i meant" }
)pb";

knowledge::v1::Pack ParsePack(const std::string& text_proto) {
  knowledge::v1::Pack pack;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text_proto, &pack));
  return pack;
}

std::shared_ptr<const text::Vocabulary> WordsOf(const knowledge::v1::Pack& pack,
                                                const std::string& more) {
  text::Vocabulary::Builder builder;
  AddTriageWords(pack, builder);
  const text::Message message = text::ReadMessage(more);
  for (const text::Word& word : message.words) builder.AddDictionaryWord(message.Form(word));
  return std::make_shared<const text::Vocabulary>(std::move(builder).Build());
}

SmallPack::SmallPack(const std::string& text_proto)
    : pack_(std::make_shared<const knowledge::v1::Pack>(ParsePack(text_proto))),
      vocabulary_(WordsOf(*pack_)) {
  auto triage = Triage::Create(pack_, vocabulary_);
  EXPECT_TRUE(triage.ok()) << triage.status();
  if (triage.ok()) triage_ = *std::move(triage);
}

Assessment SmallPack::Assess(const std::vector<std::string>& messages, bool explain) const {
  std::vector<text::Reading> conversation;
  for (const std::string& message : messages) {
    conversation.push_back(text::Read(message, *vocabulary_));
  }
  return triage_->Assess(conversation, explain);
}

std::vector<std::string> SmallPack::Fired(const std::vector<std::string>& messages) const {
  std::vector<std::string> ids;
  for (const Finding& finding : Assess(messages).findings) {
    if (finding.fired) ids.push_back(finding.rule->id());
  }
  return ids;
}

}  // namespace charley::triage
