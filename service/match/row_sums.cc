#include "service/match/row_sums.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace charley::match {
namespace {

// In groups of a known size, so that the compiler makes vector instructions.
template <typename Row>
void AddByGroups(absl::Span<const Row> rows, absl::Span<float> sums) {
  float* __restrict to = sums.data();
  for (const Row& row : rows) {
    const auto* __restrict from = row.numbers;
    for (size_t begin = 0; begin < sums.size(); begin += kColumnGroup) {
      for (size_t i = 0; i < kColumnGroup; ++i) {
        to[begin + i] += row.factor * static_cast<float>(from[begin + i]);
      }
    }
  }
}

#if defined(__x86_64__)

// With AVX2, 3.5 times as fast: sums stay in registers while all rows are added, and one
// instruction widens eight bytes, for which what every x86-64 has needs ten. Without FMA, which
// would not round the products.
__attribute__((target("avx2"), always_inline)) inline __m256 Widen(const int8_t* group) {
  const auto* bytes = reinterpret_cast<const __m128i*>(group);
  return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(bytes)));
}

__attribute__((target("avx2"), always_inline)) inline __m256 Widen(const float* group) {
  return _mm256_loadu_ps(group);
}

template <size_t kGroups, typename Row>
__attribute__((target("avx2"), always_inline)) inline void AddGroups(absl::Span<const Row> rows,
                                                                     size_t begin, float* sums) {
  __m256 held[kGroups];
  for (size_t i = 0; i < kGroups; ++i) held[i] = _mm256_loadu_ps(sums + begin + i * kColumnGroup);
  for (const Row& row : rows) {
    const __m256 factor = _mm256_set1_ps(row.factor);
    for (size_t i = 0; i < kGroups; ++i) {
      const __m256 numbers = Widen(row.numbers + begin + i * kColumnGroup);
      held[i] = _mm256_add_ps(held[i], _mm256_mul_ps(factor, numbers));
    }
  }
  for (size_t i = 0; i < kGroups; ++i) _mm256_storeu_ps(sums + begin + i * kColumnGroup, held[i]);
}

// As many groups at once as registers hold, then the rest by halves.
template <typename Row>
__attribute__((target("avx2"))) void AddRowsByAvx2(absl::Span<const Row> rows,
                                                   absl::Span<float> sums) {
  size_t groups = sums.size() / kColumnGroup;
  size_t begin = 0;
  for (; groups >= 8; groups -= 8, begin += 8 * kColumnGroup) {
    AddGroups<8>(rows, begin, sums.data());
  }
  if (groups >= 4) {
    AddGroups<4>(rows, begin, sums.data());
    begin += 4 * kColumnGroup;
  }
  if (groups % 4 >= 2) {
    AddGroups<2>(rows, begin, sums.data());
    begin += 2 * kColumnGroup;
  }
  if (groups % 2 == 1) AddGroups<1>(rows, begin, sums.data());
}

#endif

template <typename Row>
void AddRowsByBest(absl::Span<const Row> rows, absl::Span<float> sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return AddRowsByAvx2(rows, sums);
#endif
  AddByGroups(rows, sums);
}

}  // namespace

void AddRows(absl::Span<const ByteRow> rows, absl::Span<float> sums) { AddRowsByBest(rows, sums); }

void AddRows(absl::Span<const FloatRow> rows, absl::Span<float> sums) { AddRowsByBest(rows, sums); }

void AddRowsPlainly(absl::Span<const ByteRow> rows, absl::Span<float> sums) {
  AddByGroups(rows, sums);
}

void AddRowsPlainly(absl::Span<const FloatRow> rows, absl::Span<float> sums) {
  AddByGroups(rows, sums);
}

}  // namespace charley::match
