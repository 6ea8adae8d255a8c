// Writes what every peer of the comparison is given.
//
//   export_questions PACK_FOLDER OUTPUT_FOLDER FILE...
//
// PACK_FOLDER holds a pack's authoring files; FILE holds labelled messages as tests/eval does.
// Writes JSON lines into OUTPUT_FOLDER:
//
//   training.jsonl   {"topic", "text"}: what each topic is asked by; "" where no topic answers
//   misspelt.jsonl   the same of every third of them, with typing errors
//   topics.jsonl     {"topic", "paragraphs"}: what a topic is judged by
//   questions.jsonl  {"id", "text", "question", "earlier"}: each message, and each again misspelt
//   labels.jsonl     {"id", "file", "kind", "misspelt", "paragraphs"}: what is right, for no peer
//
// "text" is the whole conversation as one, for peers that know no conversations.

#include <fstream>
#include <iostream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "knowledge/authoring.h"
#include "knowledge/status_macros.h"
#include "nlohmann/json.hpp"
#include "service/curate/disguises.h"
#include "service/curate/judging.h"
#include "service/curate/question_set.h"
#include "service/text/typos.h"

namespace {

using charley::knowledge::v1::LabelledMessage;
using charley::knowledge::v1::Pack;
using Json = nlohmann::ordered_json;

void WriteLine(const Json& line, std::ostream& out) {
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

// Of how many training texts one is written a second time, misspelt: as Charley learns them.
constexpr int kMisspeltEvery = 3;

std::string WholeText(const LabelledMessage& message) {
  std::string text;
  for (const std::string& earlier : message.earlier()) absl::StrAppend(&text, earlier, " ");
  return text + message.question();
}

void WriteTraining(const Pack& pack, std::ostream& out, std::ostream& misspelt) {
  int number = 0;
  const auto write = [&](const std::string& topic, const std::string& text) {
    WriteLine({{"topic", topic}, {"text", text}}, out);
    if (number++ % kMisspeltEvery != 0) return;
    WriteLine({{"topic", topic}, {"text", charley::text::WithTypos(text)}}, misspelt);
  };
  for (const auto& topic : pack.topics()) {
    write(topic.id(), topic.title());
    for (const std::string& example : topic.examples()) write(topic.id(), example);
  }
  for (const auto& message : pack.conversation_training()) {
    if (message.topics_size() > 0) write(message.topics(0), WholeText(message));
  }
  for (const auto& message : pack.out_of_scope_training()) write("", WholeText(message));
  for (const auto& talk : pack.small_talk()) {
    for (const std::string& example : talk.examples()) write("", example);
  }
}

void WriteTopics(const Pack& pack, std::ostream& out) {
  for (const auto& topic : pack.topics()) {
    Json paragraphs = Json::array();
    for (const auto& citation : topic.citations()) {
      if (citation.source_id() != charley::curate::kScoredSource) continue;
      if (paragraphs.size() == charley::curate::kScoredCitations) break;
      paragraphs.push_back(citation.paragraph());
    }
    WriteLine({{"topic", topic.id()}, {"paragraphs", paragraphs}}, out);
  }
}

struct QuestionFiles {
  std::ofstream questions;
  std::ofstream labels;
};

void WriteQuestion(const LabelledMessage& message, const std::string& id, const std::string& file,
                   bool misspelt, QuestionFiles& files) {
  WriteLine({{"id", id},
             {"text", WholeText(message)},
             {"question", message.question()},
             {"earlier", Json(message.earlier())}},
            files.questions);
  WriteLine({{"id", id},
             {"file", file},
             {"kind", message.kind()},
             {"misspelt", misspelt},
             {"paragraphs", Json(message.paragraphs())}},
            files.labels);
}

absl::Status WriteQuestions(const std::vector<std::string>& sets, QuestionFiles& files) {
  int number = 0;
  for (const std::string& set : sets) {
    ASSIGN_OR_RETURN(const auto messages, charley::curate::ReadQuestionSets({set}));
    for (const LabelledMessage& message : messages) {
      const std::string id = absl::StrCat("q", ++number);
      const LabelledMessage misspelt =
          charley::curate::Disguised(message, charley::curate::Disguise::kTypos);
      WriteQuestion(message, id, set, false, files);
      WriteQuestion(misspelt, id + "-misspelt", set, true, files);
    }
  }
  return absl::OkStatus();
}

absl::Status Export(const std::string& pack_folder, const std::string& output,
                    const std::vector<std::string>& sets) {
  ASSIGN_OR_RETURN(const Pack pack, charley::knowledge::ReadAuthoringFolder(pack_folder, {}));
  std::ofstream training(output + "/training.jsonl");
  std::ofstream misspelt(output + "/misspelt.jsonl");
  std::ofstream topics(output + "/topics.jsonl");
  QuestionFiles files{std::ofstream(output + "/questions.jsonl"),
                      std::ofstream(output + "/labels.jsonl")};
  WriteTraining(pack, training, misspelt);
  WriteTopics(pack, topics);
  RETURN_IF_ERROR(WriteQuestions(sets, files));
  for (std::ofstream* file : {&training, &misspelt, &topics, &files.questions, &files.labels}) {
    file->close();
    if (!*file) return absl::NotFoundError(absl::StrCat(output, ": could not be written"));
  }
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: export_questions PACK_FOLDER OUTPUT_FOLDER FILE...\n";
    return 2;
  }
  const absl::Status status = Export(argv[1], argv[2], {argv + 3, argv + argc});
  if (!status.ok()) std::cerr << status << "\n";
  return status.ok() ? 0 : 1;
}
