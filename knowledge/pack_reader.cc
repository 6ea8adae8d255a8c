#include "knowledge/pack_reader.h"

#include <google/protobuf/stubs/logging.h>

#include "absl/strings/str_cat.h"
#include "knowledge/pack_digest.h"
#include "knowledge/pack_items.h"
#include "knowledge/pack_writer.h"
#include "knowledge/sqlite.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

constexpr size_t kVersionDigits = 12;

absl::StatusOr<std::string> ReadMeta(Database& database, absl::string_view key) {
  ASSIGN_OR_RETURN(Statement select, database.Prepare("SELECT value FROM meta WHERE key = ?"));
  RETURN_IF_ERROR(select.BindText(1, key));
  ASSIGN_OR_RETURN(const bool found, select.Step());
  if (!found) return absl::DataLossError(absl::StrCat("the pack lacks its '", key, "'"));
  return std::string(select.Bytes(0));
}

absl::Status ReadItems(Database& database, v1::Pack& pack, PackDigest& digest) {
  const google::protobuf::LogSilencer silencer;  // what does not parse is in the status
  ASSIGN_OR_RETURN(Statement select,
                   database.Prepare("SELECT kind, id, body FROM item ORDER BY kind, position"));
  while (true) {
    ASSIGN_OR_RETURN(const bool more, select.Step());
    if (!more) return absl::OkStatus();
    const absl::string_view kind = select.Bytes(0);
    const absl::string_view body = select.Bytes(2);
    digest.Add(kind, select.Bytes(1), body);
    RETURN_IF_ERROR(AddItem(kind, body, pack));
  }
}

absl::StatusOr<VersionedPack> Read(Database& database) {
  ASSIGN_OR_RETURN(const std::string format, ReadMeta(database, "format"));
  if (format != kPackFormat) {
    return absl::FailedPreconditionError(
        absl::StrCat("the pack has format ", format, ", this program reads ", kPackFormat));
  }
  VersionedPack result;
  PackDigest digest;
  RETURN_IF_ERROR(ReadItems(database, result.pack, digest));
  const std::string computed = digest.Finish();
  ASSIGN_OR_RETURN(const std::string stored, ReadMeta(database, "digest"));
  if (computed != stored) {
    return absl::DataLossError("the digest does not fit the content: the file is damaged");
  }
  result.version = VersionName(result.pack.manifest().id(), computed);
  return result;
}

absl::StatusOr<VersionedPack> OpenAndRead(const std::string& path) {
  ASSIGN_OR_RETURN(Database database, Database::OpenReadOnly(path));
  return Read(database);
}

// Whatever SQLite cannot do with a file that it opened, the file is at fault.
absl::StatusCode CodeOf(const absl::Status& status) {
  return absl::IsInternal(status) ? absl::StatusCode::kDataLoss : status.code();
}

}  // namespace

std::string VersionName(absl::string_view pack_id, absl::string_view digest) {
  return absl::StrCat(pack_id, "@", digest.substr(0, kVersionDigits));
}

absl::StatusOr<VersionedPack> ReadPack(const std::string& path) {
  absl::StatusOr<VersionedPack> result = OpenAndRead(path);
  if (result.ok()) return result;
  return absl::Status(CodeOf(result.status()),
                      absl::StrCat(path, ": ", result.status().message(),
                                   "; name a compiled pack, or make one: charley-curate build"));
}

}  // namespace charley::knowledge
