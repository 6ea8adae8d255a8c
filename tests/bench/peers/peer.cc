#include "tests/bench/peers/peer.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "nlohmann/json.hpp"

namespace charley::bench {
namespace {

using Json = nlohmann::ordered_json;

double ProcessMicros() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

double ResidentMebibytes() {
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double resident = 0;
  statm >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

Question Parse(const Json& line) {
  return {line.at("text"), line.at("question"), line.at("earlier")};
}

}  // namespace

int AnswerQuestions(const std::function<PeerAnswer(const Question&)>& answer) {
  std::vector<Json> lines;
  for (std::string line; std::getline(std::cin, line);) lines.push_back(Json::parse(line));
  for (size_t i = 0; i < std::min<size_t>(kWarmUp, lines.size()); ++i) answer(Parse(lines[i]));
  for (const Json& line : lines) {
    const Question question = Parse(line);
    const double start = ProcessMicros();
    const PeerAnswer given = answer(question);
    const double micros = ProcessMicros() - start;
    std::cout << Json{{"id", line.at("id")},
                      {"topics", given.topics},
                      {"score", given.score},
                      {"reply", given.reply.empty() ? "answer" : given.reply},
                      {"micros", micros}}
                     .dump()
              << "\n";
  }
  std::cout << Json{{"resident_mib", ResidentMebibytes()}}.dump() << std::endl;
  return std::cout.good() ? 0 : 1;
}

}  // namespace charley::bench
