// Where the weight of a feature stands: in the slot of its hash (feature hashing; Weinberger et al.
// 2009).

#ifndef CHARLEY_SERVICE_TRIAGE_FEATURE_SLOTS_H_
#define CHARLEY_SERVICE_TRIAGE_FEATURE_SLOTS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace charley::triage {

// Features are hashed into this many slots (Weinberger et al. 2009). With a quarter of them, what
// collides cost half a point of false alarms.
inline constexpr uint32_t kFeatureBits = 20;
inline constexpr uint32_t kFeatureSlots = 1u << kFeatureBits;

// The slot of the constant, which every vector holds once.
inline constexpr uint32_t kConstantSlot = 0;

// What a feature is of.
enum FeatureKind : uint64_t {
  kStem = 1,
  kStemPair,
  kLetters,
  kConcept,
  kConceptPair,
  kRule,
  kDenied,
  kStemGap,  // two words with one between them
};

// What a pair of neighbours counts beside a word, and two words with one between them.
inline constexpr float kPairValue = 0.7f;
inline constexpr float kGapValue = 0.5f;

// FNV-1a.
inline constexpr uint64_t kHashStart = 1469598103934665603ULL;
inline constexpr uint64_t kHashPrime = 1099511628211ULL;
inline uint64_t HashBytes(absl::string_view bytes) {
  uint64_t hash = kHashStart;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return hash;
}

// One hash of two.
inline uint64_t Mix(uint64_t a, uint64_t b) {
  uint64_t hash = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 33);
}

// The slot of a feature by what it is of. Never the constant's.
inline uint32_t Slot(uint64_t kind, uint64_t hash) {
  return 1 + static_cast<uint32_t>(Mix(kind, hash) % (kFeatureSlots - 1));
}

inline uint32_t StemSlot(uint64_t hash) { return Slot(kStem, hash); }

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_FEATURE_SLOTS_H_
