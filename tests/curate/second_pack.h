// The second pack: another subject, in tests/packs/nosebleeds.

#ifndef CHARLEY_TESTS_CURATE_SECOND_PACK_H_
#define CHARLEY_TESTS_CURATE_SECOND_PACK_H_

#include "charley/knowledge/v1/pack.pb.h"

namespace charley::curate {

inline constexpr char kSecondPackFolder[] = "tests/packs/nosebleeds";

// The pack, compiled without a dictionary. Fails the test when it cannot be.
knowledge::v1::Pack CompileSecondPack();

}  // namespace charley::curate

#endif  // CHARLEY_TESTS_CURATE_SECOND_PACK_H_
