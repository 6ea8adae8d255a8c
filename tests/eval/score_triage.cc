// Scores triage on labelled messages: recall on red flags and false alarms on ordinary messages,
// each with its 95 % Wilson interval, by category and by style.
//
//   score_triage [--rules-only] [--learned-only] [--show] [--scores] PACK_FOLDER FILE...
//
// FILE holds JSON lines {"question", "earlier", "expect", "category", "style"}. --show prints the
// messages that were taken wrongly: not for files that are held out. --scores prints the learned
// urgency and the rules of every message, without its words.

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/authoring.h"
#include "service/text/reading.h"
#include "service/triage/training.h"
#include "service/triage/triage.h"
#include "service/triage/words.h"

namespace {

using charley::knowledge::v1::LabelledMessage;
using charley::knowledge::v1::Pack;
using charley::text::Vocabulary;
using charley::triage::Assessment;
using charley::triage::Triage;

struct Options {
  bool rules_only = false;
  bool learned_only = false;
  bool show = false;
  bool scores = false;
  std::string folder;
  std::vector<std::string> files;
};

struct Count {
  int right = 0;
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
  std::printf("  %-28s %4d of %4d  %5.1f %%  (%.1f to %.1f)\n", name.c_str(), count.right,
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

std::shared_ptr<const Vocabulary> BuildVocabulary(const Pack& pack) {
  Vocabulary::Builder builder;
  charley::triage::AddTriageWords(pack, builder);
  for (const auto& topic : pack.topics()) {
    for (const std::string& example : topic.examples()) {
      for (const auto& message = charley::text::ReadMessage(example);
           const auto& word : message.words) {
        builder.AddDictionaryWord(message.Form(word));
      }
    }
  }
  for (const std::string& word : pack.dictionary()) builder.AddDictionaryWord(word);
  return std::make_shared<const Vocabulary>(std::move(builder).Build());
}

bool IsUrgent(const Assessment& assessment, const Options& options) {
  if (options.rules_only) {
    return std::any_of(assessment.findings.begin(), assessment.findings.end(), [](const auto& f) {
      return f.fired && f.rule->level() >= charley::knowledge::v1::LEVEL_URGENT_TODAY;
    });
  }
  if (options.learned_only) return assessment.learned_urgency >= assessment.learned_threshold;
  return assessment.level >= charley::knowledge::v1::LEVEL_URGENT_TODAY;
}

void Show(const LabelledMessage& message, const Assessment& assessment) {
  std::vector<std::string> texts(message.earlier().begin(), message.earlier().end());
  texts.push_back(message.question());
  std::printf("%s %s/%s %.2f | %s", message.expect() == "urgent" ? "MISS" : "FALSE",
              message.category().c_str(), message.style().c_str(), assessment.learned_urgency,
              absl::StrJoin(texts, " // ").c_str());
  for (const auto& finding : assessment.findings) {
    if (!finding.fired && message.expect() != "urgent") continue;
    std::printf(
        "  [%s%s: %s%s]", finding.fired ? "" : "softened ", finding.rule->id().c_str(),
        absl::StrJoin(finding.matched, " + ").c_str(),
        finding.softened_by.empty() ? "" : absl::StrCat(" by ", finding.softened_by).c_str());
  }
  std::printf("\n");
}

struct Tally {
  std::map<std::string, Count> recall_by_category, recall_by_style;
  std::map<std::string, Count> alarms_by_category, alarms_by_style;
  Count recall, alarms;

  void Add(const LabelledMessage& message, bool urgent) {
    const bool flag = message.expect() == "urgent";
    for (Count* count : {flag ? &recall : &alarms,
                         &(flag ? recall_by_category : alarms_by_category)[message.category()],
                         &(flag ? recall_by_style : alarms_by_style)[message.style()]}) {
      ++count->all;
      count->right += urgent ? 1 : 0;
    }
  }

  void PrintAll() const {
    std::printf("recall by category\n");
    for (const auto& [name, count] : recall_by_category) Print(name, count);
    std::printf("recall by style\n");
    for (const auto& [name, count] : recall_by_style) Print(name, count);
    std::printf("false alarms by category\n");
    for (const auto& [name, count] : alarms_by_category) Print(name, count);
    std::printf("false alarms by style\n");
    for (const auto& [name, count] : alarms_by_style) Print(name, count);
    Print("RECALL", recall);
    Print("FALSE ALARMS", alarms);
  }
};

void Score(const std::string& file, const Triage& triage, const Vocabulary& vocabulary,
           const Options& options) {
  Tally tally;
  double micros = 0;
  int assessed = 0;
  for (const LabelledMessage& message : ReadMessages(file)) {
    if (message.expect() != "urgent" && message.expect() != "not_urgent") continue;
    const auto start = std::chrono::steady_clock::now();
    std::vector<charley::text::Reading> conversation;
    for (const std::string& text : message.earlier()) {
      conversation.push_back(charley::text::Read(text, vocabulary));
    }
    conversation.push_back(charley::text::Read(message.question(), vocabulary));
    const auto read = std::chrono::steady_clock::now();
    const Assessment assessment = triage.Assess(conversation);
    micros +=
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - read).count();
    static_cast<void>(start);
    ++assessed;
    const bool urgent = IsUrgent(assessment, options);
    tally.Add(message, urgent);
    if (options.scores) {
      std::string rules;
      for (const auto& finding : assessment.findings) {
        if (finding.fired) absl::StrAppend(&rules, " ", finding.rule->id());
      }
      std::printf("SCORE %s %s %.5f%s\n", message.expect().c_str(), message.category().c_str(),
                  assessment.learned_urgency, rules.c_str());
    }
    if (options.show && urgent != (message.expect() == "urgent")) Show(message, assessment);
  }
  std::printf("%s: %d messages, assessed in %.1f us each\n", file.c_str(), assessed,
              assessed == 0 ? 0 : micros / assessed);
  tally.PrintAll();
}

Options Parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--rules-only") {
      options.rules_only = true;
    } else if (argument == "--learned-only") {
      options.learned_only = true;
    } else if (argument == "--show") {
      options.show = true;
    } else if (argument == "--scores") {
      options.scores = true;
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

}  // namespace

int main(int argc, char** argv) {
  const Options options = Parse(argc, argv);
  auto pack = charley::knowledge::ReadAuthoringFolder(
      options.folder,
      {"/usr/share/dict/american-english-small", "/usr/share/dict/british-english-small"});
  if (!pack.ok()) return Fail(pack.status());
  const auto vocabulary = BuildVocabulary(*pack);
  if (!options.rules_only) {
    auto model = charley::triage::TrainSecondOpinion(*pack, *vocabulary);
    if (!model.ok()) return Fail(model.status());
    *pack->add_models() = *std::move(model);
  }
  auto triage = Triage::Create(std::make_shared<const Pack>(*std::move(pack)), vocabulary);
  if (!triage.ok()) return Fail(triage.status());
  for (const std::string& file : options.files) Score(file, **triage, *vocabulary, options);
  return 0;
}
