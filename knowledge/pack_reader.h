// Reads a compiled pack.

#ifndef CHARLEY_KNOWLEDGE_PACK_READER_H_
#define CHARLEY_KNOWLEDGE_PACK_READER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// A pack with the name of its version, for example "cramps@3f9a0c51d2e7".
struct VersionedPack {
  v1::Pack pack;
  std::string version;
};

// The version's name: the pack's id, "@" and the first 12 digits of its digest.
std::string VersionName(absl::string_view pack_id, absl::string_view digest);

// Reads and verifies a pack. NOT_FOUND: there is no such file. DATA_LOSS: it is no pack, its digest
// is wrong, or an item does not parse. FAILED_PRECONDITION: another format. Each error names the
// file and what to do.
absl::StatusOr<VersionedPack> ReadPack(const std::string& path);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_PACK_READER_H_
