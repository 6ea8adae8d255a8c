#include "service/text/spelling.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/text/error_model.h"
#include "service/text/prefetch.h"

namespace charley::text {
namespace {

constexpr size_t kShortest = 4;  // shorter words have too many neighbours
constexpr size_t kLongest =
    24;  // no word of the language is longer; bounds the work for hostile input
constexpr size_t kTwoEditsFrom = 8;

constexpr int kBucketBits = 14;  // some ten remainders in each bucket of a pack of 90 topics

// FNV-1a: stable between runs, so that packs and tests are. Collisions only cost a comparison.
constexpr uint32_t kHashStart = 2166136261U;
uint32_t Extend(uint32_t hash, absl::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// The hashes of `form` and of what remains after deleting up to `deletions` (0 to 2) letters. Of
// neighbours that are the same, either leaves the same behind: the first is deleted. What other
// deletions leave alike comes more than once.
std::vector<uint32_t> Remainders(absl::string_view form, int deletions) {
  std::vector<uint32_t> hashes = {Extend(kHashStart, form)};
  hashes.reserve(deletions == 2 ? form.size() * (form.size() + 1) / 2 + 1 : form.size() + 1);
  uint32_t before = kHashStart;  // of the letters before the first deleted one
  for (size_t i = 0; deletions > 0 && i < form.size(); ++i) {
    if (i == 0 || form[i] != form[i - 1]) {
      const absl::string_view rest = form.substr(i + 1);
      hashes.push_back(Extend(before, rest));
      uint32_t between = before;
      for (size_t j = 0; deletions > 1 && j < rest.size(); ++j) {
        const bool again = j > 0 && rest[j] == rest[j - 1];
        if (!again) hashes.push_back(Extend(between, rest.substr(j + 1)));
        between = Extend(between, rest.substr(j, 1));
      }
    }
    before = Extend(before, form.substr(i, 1));
  }
  return hashes;
}

// Edits are of bytes: in other scripts, two letters that differ in a byte are no typing error.
bool IsAscii(absl::string_view form) {
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return absl::ascii_isascii(static_cast<unsigned char>(c)); });
}

size_t BucketOf(uint32_t hash) { return hash >> (32 - kBucketBits); }

int ReachOf(size_t length) { return length >= kTwoEditsFrom ? 2 : 1; }

}  // namespace

// Only what lies within `limit` of the diagonal can be within the limit (Ukkonen 1985).
int EditDistance(absl::string_view a, absl::string_view b, int limit) {
  if (a.size() > kLongest + 2 || b.size() > kLongest + 2) return a == b ? 0 : limit + 1;
  const auto reach = static_cast<size_t>(limit);
  if (a.size() > b.size() + reach || b.size() > a.size() + reach) return limit + 1;
  std::array<std::array<int, kLongest + 4>, 3> rows;
  for (size_t j = 0; j <= std::min(b.size(), reach) + 1; ++j) rows[0][j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    const size_t begin = i > reach ? i - reach : 1;
    const size_t end = std::min(b.size(), i + reach) + 1;
    row[begin - 1] = begin > 1 ? limit + 1 : static_cast<int>(i);
    int least = row[begin - 1];
    for (size_t j = begin; j < end; ++j) {
      const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    row[end] = limit + 1;
    if (least > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

void Spelling::Add(uint32_t id, absl::string_view form, uint32_t uses, bool two_edits) {
  if (form.size() < kShortest || form.size() > kLongest || !IsAscii(form)) return;
  const auto index = static_cast<uint32_t>(entries_.size());
  entries_.push_back({id, uses, std::string(form)});
  const int reach = two_edits ? ReachOf(form.size()) : 1;
  std::vector<uint32_t> hashes = Remainders(form, reach);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  for (const uint32_t hash : hashes) remainders_.push_back({hash, index});
}

void Spelling::Sort() {
  bucket_begins_.assign((size_t{1} << kBucketBits) + 1, 0);
  for (const Remainder& remainder : remainders_) ++bucket_begins_[BucketOf(remainder.hash) + 1];
  std::partial_sum(bucket_begins_.begin(), bucket_begins_.end(), bucket_begins_.begin());
  std::vector<uint32_t> next(bucket_begins_.begin(), bucket_begins_.end() - 1);
  std::vector<Remainder> sorted(remainders_.size());
  for (const Remainder& remainder : remainders_) {
    sorted[next[BucketOf(remainder.hash)]++] = remainder;
  }
  remainders_ = std::move(sorted);
}

Correction Spelling::Nearest(absl::string_view form) const {
  Correction best;
  if (form.size() < kShortest || form.size() > kLongest || !IsAscii(form)) return best;
  const int reach = ReachOf(form.size());
  for (const uint32_t index : Candidates(Remainders(form, reach))) {
    const Entry& entry = entries_[index];
    // Few get two letters wrong, and the first of all.
    const int most = entry.form[0] == form[0] ? reach : 1;
    const int limit = std::min(most, ReachOf(entry.form.size()));
    const int edits = EditDistance(form, entry.form, limit);
    if (edits > limit) continue;
    const float worth = static_cast<float>(entry.uses) * ErrorLikelihood(form, entry.form, edits);
    if (worth > best.worth || (worth == best.worth && entry.id < best.id)) {
      best = {entry.id, worth};
    }
  }
  return best;
}

// Buckets lie all over the index: all are asked for before the first is needed.
Spelling::EntryList Spelling::Candidates(absl::Span<const uint32_t> hashes) const {
  for (const uint32_t hash : hashes) Prefetch(&bucket_begins_[BucketOf(hash)]);
  for (const uint32_t hash : hashes) {
    Prefetch(remainders_.data() + bucket_begins_[BucketOf(hash)]);
  }
  EntryList found;
  for (const uint32_t hash : hashes) {
    const size_t bucket = BucketOf(hash);
    for (uint32_t i = bucket_begins_[bucket]; i < bucket_begins_[bucket + 1]; ++i) {
      if (remainders_[i].hash != hash) continue;
      const uint32_t entry = remainders_[i].entry;
      if (std::find(found.begin(), found.end(), entry) != found.end()) continue;
      Prefetch(&entries_[entry]);
      found.push_back(entry);
    }
  }
  return found;
}

}  // namespace charley::text
