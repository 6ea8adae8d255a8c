// A small pack for tests, so that none needs the real one.

#ifndef CHARLEY_TESTS_SUPPORT_TEST_PACK_H_
#define CHARLEY_TESTS_SUPPORT_TEST_PACK_H_

#include <memory>
#include <string>

#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"

namespace charley::testing {

// Five topics on cramps (stop-a-cramp, night-cramps, magnesium, frequent-cramps, heat), small talk
// (thanks), the red flags chest pain and one swollen leg, a rule to see a clinician, the regions
// GB, NZ, AU and US, a Spanish safe card, and two sources (article, guideline). `edition` ends
// every text that a reply can show, so that two editions can be told apart in every reply.
knowledge::v1::Pack MakeTestPack(const std::string& edition = "");

// The same, with the version "test@" and the edition.
knowledge::VersionedPack MakeVersionedTestPack(const std::string& edition = "");

// An engine on it. Fails the test when there is none.
std::shared_ptr<const answer::Engine> MakeTestEngine(const std::string& edition = "");

// An engine on any pack, with the version "test@custom".
std::shared_ptr<const answer::Engine> MakeEngine(knowledge::v1::Pack pack);

// Compiles the pack into a file and returns its version. Fails the test when it cannot.
std::string WriteTestPack(const std::string& path, const std::string& edition = "");

// Questions that the pack answers, and how.
inline constexpr char kNightQuestion[] = "why do i get cramps at night";  // topic night-cramps
inline constexpr char kStopQuestion[] = "how do i stop a cramp";          // topic stop-a-cramp
inline constexpr char kChestPain[] = "i have chest pain";                 // EMERGENCY_NOW
inline constexpr char kSwollenLeg[] = "one leg is swollen";               // URGENT_TODAY
inline constexpr char kOutOfScope[] = "who won the football in nineteen sixty six";  // not covered

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SUPPORT_TEST_PACK_H_
