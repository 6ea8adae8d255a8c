// Charley as a peer. Its model is a pack, which `charley-curate build` makes.
//
//   peer_charley matched PACK.db < questions   the best topic, whatever triage and thresholds say
//   peer_charley served PACK.db < questions    the reply that a patient gets

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"
#include "service/answer/limits.h"
#include "service/text/reading.h"
#include "tests/bench/peers/peer.h"

namespace {

using charley::answer::Engine;
using charley::bench::PeerAnswer;
using charley::bench::Question;

// Small talk is a refusal to answer by a topic.
PeerAnswer Match(const Engine& engine, const Question& question) {
  const size_t from =
      question.earlier.size() -
      std::min(question.earlier.size(), charley::limits::kEarlierMessagesForMatching);
  std::vector<charley::text::Reading> conversation;
  for (size_t i = from; i < question.earlier.size(); ++i) {
    conversation.push_back(charley::text::Read(question.earlier[i], engine.vocabulary()));
  }
  conversation.push_back(charley::text::Read(question.question, engine.vocabulary()));
  const auto match = engine.matcher().Find(conversation, /*explain=*/false);
  PeerAnswer answer;
  if (match.topics.empty()) return answer;
  answer.topics = {engine.pack().topics(match.topics[0].topic).id()};
  answer.score = match.outcome == charley::match::Outcome::kSmallTalk ? 0 : match.coverage;
  return answer;
}

PeerAnswer Serve(const Engine& engine, const Question& question) {
  charley::v1::AskRequest request;
  request.set_question(question.question);
  for (const std::string& earlier : question.earlier) request.add_earlier(earlier);
  const charley::v1::AskResponse response = engine.Ask(request).response;
  if (response.has_escalation()) return {{}, 0, "escalation"};
  if (response.has_answer()) return {{response.answer().topic_id()}, 1, "answer"};
  if (!response.has_clarification()) return {{}, 0, "refusal"};
  PeerAnswer answer{{}, 1, "clarification"};
  for (const auto& option : response.clarification().options()) {
    answer.topics.push_back(option.topic_id());
  }
  return answer;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc == 3 ? argv[1] : "";
  if (mode != "matched" && mode != "served") {
    std::cerr << "usage: peer_charley matched|served PACK.db\n";
    return 2;
  }
  auto pack = charley::knowledge::ReadPack(argv[2]);
  if (!pack.ok()) {
    std::cerr << pack.status() << "\n";
    return 1;
  }
  const auto engine = Engine::Create(*std::move(pack));
  if (!engine.ok()) {
    std::cerr << engine.status() << "\n";
    return 1;
  }
  return charley::bench::AnswerQuestions([&](const Question& question) {
    return mode == "served" ? Serve(**engine, question) : Match(**engine, question);
  });
}
