#include "service/match/grams.h"

#include <algorithm>
#include <array>

namespace charley::match {
namespace {

constexpr size_t kLongestForm = 20;
constexpr size_t kShortestGram = 2;
constexpr size_t kLongestGram = 5;

}  // namespace

void GramsOf(absl::string_view form, std::vector<uint32_t>& hashes) {
  hashes.clear();
  std::array<unsigned char, kLongestForm + 2> bytes{};
  const size_t length = std::min(form.size(), kLongestForm) + 2;
  std::copy_n(form.begin(), length - 2, bytes.begin() + 1);
  bytes[0] = '_';
  bytes[length - 1] = '_';
  for (size_t begin = 0; begin < length; ++begin) {
    uint32_t hash = 2166136261u;  // FNV-1a, one letter more at a time
    for (size_t size = 1; size <= kLongestGram && begin + size <= length; ++size) {
      hash = (hash ^ bytes[begin + size - 1]) * 16777619u;
      if (size >= kShortestGram) hashes.push_back(hash);
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace charley::match
