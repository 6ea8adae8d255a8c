// Sums of rows of numbers, the inner loop of scoring.

#ifndef CHARLEY_SERVICE_MATCH_ROW_SUMS_H_
#define CHARLEY_SERVICE_MATCH_ROW_SUMS_H_

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"

namespace charley::match {

// Columns come in groups of this many: every row, and every sum, has room for whole groups.
inline constexpr size_t kColumnGroup = 8;

constexpr size_t RoundUpToGroups(size_t columns) {
  return (columns + kColumnGroup - 1) / kColumnGroup * kColumnGroup;
}

// A row and what its numbers are multiplied by.
struct ByteRow {
  const int8_t* numbers;
  float factor;
};
struct FloatRow {
  const float* numbers;
  float factor;
};

// Adds to each of `sums`, whose count is a multiple of kColumnGroup, the numbers of its column
// times their factors. Rows are added in their order, each product rounded before it is added, so
// that the sums are the same whichever instructions the machine has.
void AddRows(absl::Span<const ByteRow> rows, absl::Span<float> sums);
void AddRows(absl::Span<const FloatRow> rows, absl::Span<float> sums);

// The same by what every machine has, which AddRows falls back to.
void AddRowsPlainly(absl::Span<const ByteRow> rows, absl::Span<float> sums);
void AddRowsPlainly(absl::Span<const FloatRow> rows, absl::Span<float> sums);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_ROW_SUMS_H_
