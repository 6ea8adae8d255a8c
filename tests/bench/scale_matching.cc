// How matching grows with the pack: for packs of growing size, the time to build what matching
// needs at start, the time of a question (median and 99th percentile), how often the topic is
// found, and the resident memory.
//
//   scale_matching [TOPICS...]

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "service/answer/pack_vocabulary.h"
#include "service/match/matcher.h"
#include "service/text/reading.h"
#include "tests/bench/generate_pack.h"

namespace {

constexpr int kQuestions = 4000;
constexpr uint64_t kSeed = 20251224;

// Processor time of this thread, in microseconds.
double ThreadMicros() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

long ResidentMebibytes() {
  std::ifstream status("/proc/self/statm");
  long total = 0;
  long resident = 0;
  status >> total >> resident;
  return resident * 4 / 1024;
}

void Measure(int topics) {
  auto generated = charley::bench::GeneratePack(topics, kQuestions, kSeed);
  const auto pack = std::make_shared<const charley::knowledge::v1::Pack>(std::move(generated.pack));
  const double start = ThreadMicros();
  const auto vocabulary =
      std::make_shared<const charley::text::Vocabulary>(charley::answer::BuildVocabulary(*pack));
  const double vocabulary_seconds = 1e-6 * (ThreadMicros() - start);
  const auto matcher = charley::match::Matcher::Create(pack, vocabulary);
  const double seconds = 1e-6 * (ThreadMicros() - start);
  if (!matcher.ok()) std::exit(1);
  std::vector<double> micros;
  int found = 0;
  for (size_t i = 0; i < generated.questions.size(); ++i) {
    const double asked = ThreadMicros();
    const auto reading = charley::text::Read(generated.questions[i], *vocabulary);
    const auto match = (*matcher)->Find(absl::MakeConstSpan(&reading, 1), false);
    micros.push_back(ThreadMicros() - asked);
    found += !match.topics.empty() && match.topics[0].topic == generated.topics[i] ? 1 : 0;
  }
  std::sort(micros.begin(), micros.end());
  std::printf("| %6d | %5.2f | %5.2f | %7.1f | %7.1f | %5.1f | %5ld |\n", topics,
              vocabulary_seconds, seconds, micros[micros.size() / 2],
              micros[micros.size() * 99 / 100], 100.0 * found / kQuestions, ResidentMebibytes());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {100, 500, 1000, 5000, 10000, 50000};
  std::printf("| topics | words s | start s | p50 us | p99 us | found %% | MiB |\n");
  std::printf("|-------:|--------:|--------:|-------:|-------:|--------:|----:|\n");
  for (const int topics : sizes) Measure(topics);
  return 0;
}
