#include "service/match/row_sums.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace charley::match {
namespace {

// One number after another, each product rounded before it is added.
template <typename Row>
std::vector<float> AddedOneByOne(const std::vector<Row>& rows, std::vector<float> sums) {
  for (const Row& row : rows) {
    for (size_t i = 0; i < sums.size(); ++i) {
      const volatile float product = row.factor * static_cast<float>(row.numbers[i]);
      sums[i] += product;
    }
  }
  return sums;
}

std::vector<float> SomeNumbers(size_t count, std::mt19937& random) {
  std::vector<float> numbers;
  for (size_t i = 0; i < count; ++i) {
    numbers.push_back(static_cast<float>(random() % 2001) / 777 - 1.3F);
  }
  return numbers;
}

TEST(RoundUpToGroups, LeavesRoomForTheLastColumn) {
  EXPECT_EQ(RoundUpToGroups(0), 0u);
  EXPECT_EQ(RoundUpToGroups(1), kColumnGroup);
  EXPECT_EQ(RoundUpToGroups(kColumnGroup), kColumnGroup);
  EXPECT_EQ(RoundUpToGroups(kColumnGroup + 1), 2 * kColumnGroup);
}

// Adds some rows of `numbers`, which holds whole ones, and expects the bits of adding one by one.
template <typename Row, typename Number>
void ExpectTheSameBits(const std::vector<Number>& numbers, size_t columns, std::mt19937& random) {
  const std::vector<float> factors = SomeNumbers(numbers.size() / columns, random);
  std::vector<Row> rows;
  for (size_t i = 0; i < factors.size(); ++i) {
    rows.push_back({numbers.data() + i * columns, factors[i]});
  }
  std::vector<float> sums = SomeNumbers(columns, random);
  std::vector<float> plainly = sums;
  const std::vector<float> expected = AddedOneByOne(rows, sums);
  AddRows(rows, absl::MakeSpan(sums));
  AddRowsPlainly(rows, absl::MakeSpan(plainly));
  EXPECT_EQ(sums, expected) << columns;
  EXPECT_EQ(plainly, expected) << columns;
}

// Columns that fill whole blocks of registers, and that do not.
constexpr size_t kColumns[] = {8, 16, 32, 56, 64, 80, 104, 112, 128, 136, 200};

TEST(AddRows, GivesTheSameBitsAsAddingBytesOneByOne) {
  std::mt19937 random(1);
  for (const size_t columns : kColumns) {
    std::vector<int8_t> numbers(5 * columns);
    for (int8_t& number : numbers) number = static_cast<int8_t>(random() % 256);
    ExpectTheSameBits<ByteRow>(numbers, columns, random);
  }
}

TEST(AddRows, GivesTheSameBitsAsAddingFloatsOneByOne) {
  std::mt19937 random(2);
  for (const size_t columns : kColumns) {
    ExpectTheSameBits<FloatRow>(SomeNumbers(7 * columns, random), columns, random);
  }
}

TEST(AddRows, LeavesTheSumsOfNoRows) {
  std::vector<float> sums(kColumnGroup, 1.5F);
  AddRows(absl::Span<const ByteRow>(), absl::MakeSpan(sums));
  EXPECT_EQ(sums, std::vector<float>(kColumnGroup, 1.5F));
}

}  // namespace
}  // namespace charley::match
