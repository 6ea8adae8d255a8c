// Writes a generated pack's topics as authoring text, and questions about them.
//
//   write_generated_pack TOPICS FOLDER
//
// Writes topics.textproto, for a pack's folder whose source "article" has 15 paragraphs or more,
// and questions.jsonl: {"id", "text", "question", "earlier"}; the id names the topic.

#include <google/protobuf/text_format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "tests/bench/generate_pack.h"

namespace {

constexpr int kQuestions = 4000;
constexpr uint64_t kSeed = 20251224;

bool WriteTopics(const charley::bench::GeneratedPack& generated, const std::string& path) {
  charley::knowledge::v1::Pack topics;
  *topics.mutable_topics() = generated.pack.topics();
  std::string text;
  if (!google::protobuf::TextFormat::PrintToString(topics, &text)) return false;
  std::ofstream file(path);
  file << text;
  file.close();
  return !file.fail();
}

bool WriteQuestions(const charley::bench::GeneratedPack& generated, const std::string& path) {
  std::ofstream file(path);
  for (size_t i = 0; i < generated.questions.size(); ++i) {
    const nlohmann::ordered_json line = {{"id", absl::StrCat("topic-", generated.topics[i])},
                                         {"text", generated.questions[i]},
                                         {"question", generated.questions[i]},
                                         {"earlier", nlohmann::ordered_json::array()}};
    file << line.dump() << "\n";
  }
  file.close();
  return !file.fail();
}

}  // namespace

int main(int argc, char** argv) {
  const int topics = argc == 3 ? std::atoi(argv[1]) : 0;
  if (topics < 2) {
    std::cerr << "usage: write_generated_pack TOPICS FOLDER\n";
    return 2;
  }
  const std::string folder = argv[2];
  const auto generated = charley::bench::GeneratePack(topics, kQuestions, kSeed);
  if (WriteTopics(generated, folder + "/topics.textproto") &&
      WriteQuestions(generated, folder + "/questions.jsonl")) {
    return 0;
  }
  std::cerr << folder << ": could not be written\n";
  return 1;
}
