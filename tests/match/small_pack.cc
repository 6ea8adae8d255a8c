#include "tests/match/small_pack.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

#include "service/match/training.h"

namespace charley::match {
namespace {

void AddTopic(knowledge::v1::Pack& pack, const std::string& id, const std::string& title,
              int paragraph, std::initializer_list<const char*> examples) {
  auto& topic = *pack.add_topics();
  topic.set_id(id);
  topic.set_title(title);
  auto& citation = *topic.add_citations();
  citation.set_source_id("article");
  citation.set_paragraph(paragraph);
  for (const char* example : examples) topic.add_examples(example);
}

Ready MakeReady(knowledge::v1::Pack pack) {
  Ready ready;
  ready.vocabulary = VocabularyOf(pack);
  auto matcher = Matcher::Create(std::make_shared<const knowledge::v1::Pack>(std::move(pack)),
                                 ready.vocabulary);
  EXPECT_TRUE(matcher.ok()) << matcher.status();
  ready.matcher = *std::move(matcher);
  return ready;
}

}  // namespace

knowledge::v1::Pack SmallPack() {
  knowledge::v1::Pack pack;
  pack.mutable_manifest()->set_subject("muscle cramps");
  AddTopic(pack, "night", "Why do cramps come at night?", 7,
           {"why do my legs cramp at night", "cramp in bed every night", "woken by calf cramps",
            "i wake up with a cramp", "sleeping and then my calf seizes", "3am cramps in bed",
            "cramps when asleep", "what causes cramps during the night"});
  AddTopic(pack, "heat", "Does heat help a cramp?", 8,
           {"is heat good for a cramp", "hot water bottle on a cramp", "should i use a heat pack",
            "warm bath for cramped muscles", "does warmth calm a spasm", "heating pad for my calf",
            "hot shower for cramp", "can i put something hot on it"});
  AddTopic(pack, "magnesium", "Does magnesium help with cramps?", 4,
           {"magnesium for cramps", "should i take magnesium", "low magnesium and cramp",
            "do magnesium tablets work", "is it lack of magnesium", "magnesium supplements any use",
            "mag for leg cramps", "does a magnesium deficiency cause cramps"});
  auto& talk = *pack.add_small_talk();
  talk.set_id("thanks");
  talk.set_text("You're welcome.");
  for (const char* example : {"thanks", "thank you", "cheers", "thanks a lot", "many thanks"}) {
    talk.add_examples(example);
  }
  for (const char* question :
       {"what time do you open", "how much is a visit", "period cramps what helps",
        "my stomach hurts after lunch", "who won the football", "write me a poem",
        "can i park at the clinic", "best running shoes", "how do i boil an egg",
        "is ibuprofen safe with alcohol", "what is the capital of france",
        "book me in for monday"}) {
    pack.add_out_of_scope_training()->set_question(question);
  }
  auto& follow_up = *pack.add_conversation_training();
  follow_up.set_question("and heat?");
  follow_up.add_earlier("magnesium for cramps");
  follow_up.add_topics("heat");
  return pack;
}

std::shared_ptr<const text::Vocabulary> VocabularyOf(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  for (const auto& topic : pack.topics()) {
    builder.AddText(topic.title());
    for (const std::string& example : topic.examples()) builder.AddText(example);
  }
  for (const auto& talk : pack.small_talk()) {
    for (const std::string& example : talk.examples()) builder.AddText(example);
  }
  return std::make_shared<const text::Vocabulary>(std::move(builder).Build());
}

std::vector<text::Reading> ReadAll(const std::vector<std::string>& messages,
                                   const text::Vocabulary& vocabulary) {
  std::vector<text::Reading> readings;
  for (const std::string& message : messages) readings.push_back(text::Read(message, vocabulary));
  return readings;
}

Ready ByRanker() {
  knowledge::v1::Pack pack = SmallPack();
  auto model = TrainRanker(pack, *VocabularyOf(pack));
  EXPECT_TRUE(model.ok()) << model.status();
  if (model.ok()) *pack.add_models() = *std::move(model);
  return MakeReady(std::move(pack));
}

Ready ByIndex() { return MakeReady(SmallPack()); }

}  // namespace charley::match
