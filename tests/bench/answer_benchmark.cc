// The time of one answer within the process: triage, matching and composing, over real questions.
//
//   answer_benchmark PACK.db QUESTIONS.jsonl [Google Benchmark's options]

#include <benchmark/benchmark.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "charley/v1/assistant.pb.h"
#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"
#include "service/answer/limits.h"
#include "service/server/process.h"

namespace {

using charley::answer::Engine;

std::vector<charley::v1::AskRequest> ReadRequests(const std::string& path) {
  std::vector<charley::v1::AskRequest> requests;
  std::ifstream file(path);
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  for (std::string line; std::getline(file, line);) {
    charley::v1::AskRequest request;
    if (google::protobuf::util::JsonStringToMessage(line, &request, options).ok()) {
      requests.push_back(std::move(request));
    }
  }
  return requests;
}

// One iteration asks one question, each in its turn.
void Ask(benchmark::State& state, const Engine& engine,
         const std::vector<charley::v1::AskRequest>& requests) {
  size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(engine.AskEncoded(requests[next]));
    if (++next == requests.size()) next = 0;
  }
  state.SetItemsProcessed(state.iterations());
}

// The time of each question by itself, of which the counters give the median and the 99th
// percentile: a mean says more of the longest stories than of what most patients wait for.
void AskEach(benchmark::State& state, const Engine& engine,
             const std::vector<charley::v1::AskRequest>& requests) {
  std::vector<double> microseconds;
  size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(engine.AskEncoded(requests[next]));
    const std::chrono::duration<double, std::micro> needed =
        std::chrono::steady_clock::now() - start;
    microseconds.push_back(needed.count());
    if (++next == requests.size()) next = 0;
  }
  std::sort(microseconds.begin(), microseconds.end());
  state.counters["p50_us"] = microseconds[microseconds.size() / 2];
  state.counters["p99_us"] = microseconds[microseconds.size() * 99 / 100];
}

// The longest conversation that is taken, 64 KiB in 50 messages: the questions, one after another.
charley::v1::AskRequest LongestOf(const std::vector<charley::v1::AskRequest>& requests) {
  constexpr size_t kEach =
      charley::limits::kMostMessageBytes / charley::limits::kMostEarlierMessages - 40;
  charley::v1::AskRequest longest;
  longest.set_question(requests.front().question());
  size_t next = 0;
  for (size_t i = 0; i < charley::limits::kMostEarlierMessages; ++i) {
    std::string& message = *longest.add_earlier();
    for (;;) {
      const std::string sentence = requests[next % requests.size()].question() + ". ";
      if (message.size() + sentence.size() > kEach) break;
      message += sentence;
      ++next;
    }
  }
  return longest;
}

}  // namespace

int main(int argc, char** argv) {
  charley::server::PrepareProcess();
  if (argc < 3) {
    std::cerr << "usage: answer_benchmark PACK.db QUESTIONS.jsonl\n";
    return 2;
  }
  auto pack = charley::knowledge::ReadPack(argv[1]);
  if (!pack.ok()) {
    std::cerr << pack.status() << "\n";
    return 1;
  }
  const auto engine = Engine::Create(*std::move(pack));
  const auto requests = ReadRequests(argv[2]);
  if (!engine.ok() || requests.empty()) {
    std::cerr << engine.status() << ", " << requests.size() << " questions\n";
    return 1;
  }
  benchmark::RegisterBenchmark("Ask",
                               [&](benchmark::State& state) { Ask(state, **engine, requests); });
  benchmark::RegisterBenchmark(
      "AskEach", [&](benchmark::State& state) { AskEach(state, **engine, requests); });
  const std::vector<charley::v1::AskRequest> longest = {LongestOf(requests)};
  benchmark::RegisterBenchmark("AskLongest",
                               [&](benchmark::State& state) { Ask(state, **engine, longest); });
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
