// Writes a compiled pack.

#ifndef CHARLEY_KNOWLEDGE_PACK_WRITER_H_
#define CHARLEY_KNOWLEDGE_PACK_WRITER_H_

#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// The layout of schema.sql. A reader refuses any other.
inline constexpr char kPackFormat[] = "1";

// Writes `pack` to `path`, replacing what is there in one step: readers see the old file or the new
// one, whole. The same pack gives the same bytes. Returns the pack's version: its id, "@" and 12
// digits of its digest. Any error leaves `path` as it was: also one by `approve`, which is called
// once all is written, before the old file is replaced.
absl::StatusOr<std::string> WritePack(
    const v1::Pack& pack, const std::string& path,
    absl::FunctionRef<absl::Status()> approve = [] { return absl::OkStatus(); });

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_PACK_WRITER_H_
