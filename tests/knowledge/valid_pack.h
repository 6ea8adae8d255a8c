// A small pack that the checks find no fault with, for tests that break one thing of it.

#ifndef CHARLEY_TESTS_KNOWLEDGE_VALID_PACK_H_
#define CHARLEY_TESTS_KNOWLEDGE_VALID_PACK_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// The day on which the tests check.
inline constexpr absl::CivilDay kToday(2026, 11, 23);

// Two topics, a source with paragraphs and one without, a rule, and one of everything else.
v1::Pack ValidPack();

// Every problem of a pack, described, in order.
std::vector<std::string> ProblemsOf(const v1::Pack& pack);

}  // namespace charley::knowledge

#endif  // CHARLEY_TESTS_KNOWLEDGE_VALID_PACK_H_
