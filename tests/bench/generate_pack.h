// Packs of any size for benchmarks.

#ifndef CHARLEY_TESTS_BENCH_GENERATE_PACK_H_
#define CHARLEY_TESTS_BENCH_GENERATE_PACK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "charley/knowledge/v1/pack.pb.h"

namespace charley::bench {

// A generated pack, and questions that nobody wrote as examples with the topics that they are
// about.
struct GeneratedPack {
  knowledge::v1::Pack pack;
  std::vector<std::string> questions;
  std::vector<int> topics;
};

// Generates `topics` topics of 12 examples. Words follow Zipf's law over a vocabulary that grows
// with the text as Heaps' law has it; every topic has eight words of its own theme, of which an
// example holds some among common ones. The compiler accepts the topics. The same arguments give
// the same pack on every machine.
GeneratedPack GeneratePack(int topics, int questions, uint64_t seed);

}  // namespace charley::bench

#endif  // CHARLEY_TESTS_BENCH_GENERATE_PACK_H_
