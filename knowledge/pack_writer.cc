#include "knowledge/pack_writer.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "knowledge/pack_digest.h"
#include "knowledge/pack_items.h"
#include "knowledge/pack_reader.h"
#include "knowledge/schema.h"
#include "knowledge/sqlite.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

absl::Status WriteMeta(Database& database, absl::string_view key, absl::string_view value) {
  ASSIGN_OR_RETURN(Statement insert,
                   database.Prepare("INSERT INTO meta (key, value) VALUES (?, ?)"));
  RETURN_IF_ERROR(insert.BindText(1, key));
  RETURN_IF_ERROR(insert.BindText(2, value));
  return insert.Step().status();
}

absl::Status WriteItems(Database& database, const v1::Pack& pack, PackDigest& digest) {
  ASSIGN_OR_RETURN(
      Statement insert,
      database.Prepare("INSERT INTO item (kind, position, id, body) VALUES (?, ?, ?, ?)"));
  return VisitItems(pack, [&](const PackItem& item) -> absl::Status {
    digest.Add(item.kind, item.id, item.body);
    RETURN_IF_ERROR(insert.BindText(1, item.kind));
    RETURN_IF_ERROR(insert.BindInteger(2, item.position));
    RETURN_IF_ERROR(insert.BindText(3, item.id));
    RETURN_IF_ERROR(insert.BindBlob(4, item.body));
    return insert.Step().status();
  });
}

absl::StatusOr<std::string> WriteFile(const v1::Pack& pack, const std::string& path) {
  ASSIGN_OR_RETURN(Database database, Database::Create(path));
  RETURN_IF_ERROR(database.Run("BEGIN"));
  RETURN_IF_ERROR(database.Run(kSchemaSql));
  PackDigest digest;
  RETURN_IF_ERROR(WriteItems(database, pack, digest));
  const std::string hexadecimal = digest.Finish();
  RETURN_IF_ERROR(WriteMeta(database, "digest", hexadecimal));
  RETURN_IF_ERROR(WriteMeta(database, "format", kPackFormat));
  RETURN_IF_ERROR(WriteMeta(database, "pack", pack.manifest().id()));
  RETURN_IF_ERROR(database.Run("COMMIT"));
  return VersionName(pack.manifest().id(), hexadecimal);
}

}  // namespace

absl::StatusOr<std::string> WritePack(const v1::Pack& pack, const std::string& path,
                                      absl::FunctionRef<absl::Status()> approve) {
  const std::string unfinished = absl::StrCat(path, ".unfinished");
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  std::filesystem::remove(unfinished, error);
  absl::StatusOr<std::string> version = WriteFile(pack, unfinished);
  if (version.ok()) {
    const absl::Status approved = approve();
    if (!approved.ok()) version = approved;
  }
  if (version.ok()) {
    std::filesystem::rename(unfinished, path, error);
    if (error) {
      version = absl::InternalError(absl::StrCat("replacing ", path, ": ", error.message()));
    }
  }
  if (!version.ok()) std::filesystem::remove(unfinished, error);
  return version;
}

}  // namespace charley::knowledge
