// Scores matching on labelled questions, each rate with its 95 % Wilson interval, by kind and
// style.
//
//   score_matching [--show] [--typos] [--index] [--without stems|pairs|grams|network]...
//                  [--model MODEL] FOLDER FILE...
//
// FILE holds JSON lines {"question", "earlier", "kind", "paragraphs", "style"}. In scope is right
// when the first two citations of the article that the answer shows hold one of `paragraphs`; a
// clarification that offers such a topic counts half. Anything else is right when it is not
// answered. --typos puts one typing error into each word of 5 letters or more. --index scores the
// index of examples without a trained ranker. --model reads the ranker from a file, or
// writes it there when there is none. --show prints what was taken wrongly: not for files that are
// held out.

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "knowledge/authoring.h"
#include "service/answer/limits.h"
#include "service/answer/pack_vocabulary.h"
#include "service/match/matcher.h"
#include "service/match/training.h"
#include "service/text/reading.h"
#include "service/text/typos.h"

namespace {

using charley::knowledge::v1::LabelledMessage;
using charley::knowledge::v1::Pack;
using charley::match::Match;
using charley::match::Matcher;
using charley::match::Outcome;
using charley::text::Vocabulary;

constexpr int kShownCitations = 2;

struct Options {
  bool show = false;
  bool typos = false;
  bool index = false;
  charley::match::RankerParts parts;
  std::string model;
  std::string folder;
  std::vector<std::string> files;
};

struct Count {
  double right = 0;
  int all = 0;
};

// The 95 % interval of a share, after Wilson 1927.
std::pair<double, double> Wilson(const Count& count) {
  if (count.all == 0) return {0, 1};
  const double z = 1.959964;
  const double n = count.all;
  const double p = count.right / n;
  const double centre = p + z * z / (2 * n);
  const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {(centre - spread) / (1 + z * z / n), (centre + spread) / (1 + z * z / n)};
}

void Print(const std::string& name, const Count& count) {
  const auto [low, high] = Wilson(count);
  std::printf("  %-32s %6.1f of %4d  %5.1f %%  (%.1f to %.1f)\n", name.c_str(), count.right,
              count.all, count.all == 0 ? 0 : 100.0 * count.right / count.all, 100 * low,
              100 * high);
}

std::vector<LabelledMessage> ReadMessages(const std::string& path) {
  std::vector<LabelledMessage> messages;
  std::ifstream file(path);
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  for (std::string line; std::getline(file, line);) {
    LabelledMessage message;
    if (!line.empty() &&
        google::protobuf::util::JsonStringToMessage(line, &message, options).ok()) {
      messages.push_back(std::move(message));
    }
  }
  return messages;
}

bool Serves(const Pack& pack, int topic, const LabelledMessage& message) {
  int shown = 0;
  for (const auto& citation : pack.topics(topic).citations()) {
    if (citation.source_id() != "article") continue;
    if (std::count(message.paragraphs().begin(), message.paragraphs().end(), citation.paragraph()) >
        0) {
      return true;
    }
    if (++shown == kShownCitations) break;
  }
  return false;
}

double Worth(const Pack& pack, const Match& match, const LabelledMessage& message) {
  if (message.kind() != "in_scope") {
    return match.outcome == Outcome::kNotCovered || match.outcome == Outcome::kSmallTalk ? 1 : 0;
  }
  if (match.outcome == Outcome::kAnswer) return Serves(pack, match.topics[0].topic, message);
  if (match.outcome != Outcome::kClarify) return 0;
  for (int i = 0; i < match.options; ++i) {
    if (Serves(pack, match.topics[static_cast<size_t>(i)].topic, message)) return 0.5;
  }
  return 0;
}

const char* NameOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAnswer:
      return "answer";
    case Outcome::kClarify:
      return "clarify";
    case Outcome::kNotCovered:
      return "not covered";
    case Outcome::kSmallTalk:
      return "small talk";
  }
  return "";
}

void Show(const Pack& pack, const LabelledMessage& message, const Match& match) {
  std::vector<std::string> texts(message.earlier().begin(), message.earlier().end());
  texts.push_back(message.question());
  std::printf("%s %s/%s [%s] cov %.2f | %s\n", NameOf(match.outcome), message.kind().c_str(),
              message.style().c_str(), absl::StrJoin(message.paragraphs(), ",").c_str(),
              match.coverage, absl::StrJoin(texts, " // ").c_str());
  for (size_t i = 0; i < std::min<size_t>(3, match.topics.size()); ++i) {
    const auto& topic = match.topics[i];
    std::printf("      %.2f %s (%s)\n", topic.confidence, pack.topics(topic.topic).id().c_str(),
                absl::StrJoin(topic.matched, " ").c_str());
  }
}

void Score(const std::string& path, const Pack& pack, const Matcher& matcher,
           const Vocabulary& vocabulary, const Options& options) {
  std::map<std::string, Count> kinds;
  std::map<std::string, Count> styles;
  std::map<std::string, int> outcomes;
  std::map<int, Count> bands;  // by tenths of the best topic's confidence
  std::vector<double> micros;
  for (const LabelledMessage& message : ReadMessages(path)) {
    std::vector<charley::text::Reading> conversation;
    for (const std::string& text : message.earlier()) {
      conversation.push_back(
          charley::text::Read(options.typos ? charley::text::WithTypos(text) : text, vocabulary));
    }
    conversation.push_back(charley::text::Read(
        options.typos ? charley::text::WithTypos(message.question()) : message.question(),
        vocabulary));
    const auto recent =
        absl::MakeConstSpan(conversation)
            .last(std::min(conversation.size(), charley::limits::kEarlierMessagesForMatching + 1));
    const auto start = std::chrono::steady_clock::now();
    const Match match = matcher.Find(recent, false);
    micros.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
            .count());
    const double worth = Worth(pack, match, message);
    for (Count* count : {&kinds[message.kind()], &styles[message.kind() + " " + message.style()]}) {
      count->right += worth;
      ++count->all;
    }
    if (message.kind() == "in_scope" && !match.topics.empty()) {
      Count& band = bands[static_cast<int>(match.topics[0].confidence * 10)];
      band.right += Serves(pack, match.topics[0].topic, message) ? 1 : 0;
      ++band.all;
    }
    ++outcomes[message.kind() + ": " + NameOf(match.outcome)];
    if (options.show && worth < 1) Show(pack, message, matcher.Find(recent, true));
  }
  std::sort(micros.begin(), micros.end());
  std::printf("%s: %zu messages, matched in %.1f us (median)\n", path.c_str(), micros.size(),
              micros.empty() ? 0 : micros[micros.size() / 2]);
  for (const auto& [name, count] : styles) Print(name, count);
  for (const auto& [tenth, count] : bands) {
    Print("best topic, confidence 0." + std::to_string(tenth), count);
  }
  for (const auto& [name, count] : outcomes) std::printf("  %-32s %4d\n", name.c_str(), count);
  for (const auto& [name, count] : kinds) Print(name, count);
}

Options Parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--show") {
      options.show = true;
    } else if (argument == "--typos") {
      options.typos = true;
    } else if (argument == "--index") {
      options.index = true;
    } else if (argument == "--without" && i + 1 < argc) {
      const std::string kind = argv[++i];
      if (kind == "stems") options.parts.features.stems = false;
      if (kind == "pairs") options.parts.features.pairs = false;
      if (kind == "grams") options.parts.features.grams = false;
      if (kind == "network") options.parts.network = false;
    } else if (argument == "--model" && i + 1 < argc) {
      options.model = argv[++i];
    } else if (options.folder.empty()) {
      options.folder = argument;
    } else {
      options.files.push_back(argument);
    }
  }
  return options;
}

int Fail(const absl::Status& status) {
  std::cerr << status << "\n";
  return 1;
}

absl::StatusOr<charley::knowledge::v1::RankerModel> Ranker(const Pack& pack,
                                                           const Vocabulary& vocabulary,
                                                           const Options& options) {
  charley::knowledge::v1::RankerModel ranker;
  std::ifstream stored(options.model, std::ios::binary);
  if (!options.model.empty() && stored && ranker.ParseFromIstream(&stored)) return ranker;
  auto learned = charley::match::LearnRanker(pack, vocabulary, options.parts);
  if (learned.ok() && !options.model.empty()) {
    std::ofstream file(options.model, std::ios::binary);
    learned->SerializeToOstream(&file);
  }
  return learned;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = Parse(argc, argv);
  auto pack = charley::knowledge::ReadAuthoringFolder(
      options.folder,
      {"/usr/share/dict/american-english-small", "/usr/share/dict/british-english-small"});
  if (!pack.ok()) return Fail(pack.status());
  const auto vocabulary =
      std::make_shared<const Vocabulary>(charley::answer::BuildVocabulary(*pack));
  if (!options.index) {
    const auto start = std::chrono::steady_clock::now();
    const auto ranker = Ranker(*pack, *vocabulary, options);
    if (!ranker.ok()) return Fail(ranker.status());
    auto* model = pack->add_models();
    model->set_name(charley::match::kRankerName);
    model->set_data(ranker->SerializeAsString());
    std::printf(
        "ranker: %zu bytes in %.1f s, sharpness %.2f, threshold %.3f; in cross-validation it "
        "refuses %.1f %% in scope and %.1f %% out of scope; coverage [%s]\n",
        model->data().size(),
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
        static_cast<double>(ranker->sharpness()), ranker->threshold(), 100 * ranker->refused(),
        100 * ranker->caught(), absl::StrJoin(ranker->coverage(), " ").c_str());
  }
  const auto shared = std::make_shared<const Pack>(*std::move(pack));
  auto matcher = Matcher::Create(shared, vocabulary);
  if (!matcher.ok()) return Fail(matcher.status());
  for (const std::string& file : options.files) {
    Score(file, *shared, **matcher, *vocabulary, options);
  }
  return 0;
}
