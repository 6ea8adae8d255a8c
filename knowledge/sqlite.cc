#include "knowledge/sqlite.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

absl::Status ErrorOf(sqlite3* database, absl::string_view doing) {
  const int code = sqlite3_errcode(database);
  const std::string message = absl::StrCat(doing, ": ", sqlite3_errmsg(database));
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) return absl::DataLossError(message);
  if (code == SQLITE_CANTOPEN) return absl::NotFoundError(message);
  if (code == SQLITE_FULL) return absl::ResourceExhaustedError(message);
  return absl::InternalError(message);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

absl::Status Statement::BindText(int index, absl::string_view text) {
  if (sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8) == SQLITE_OK) {
    return absl::OkStatus();
  }
  return ErrorOf(sqlite3_db_handle(statement_.get()), "binding a text");
}

absl::Status Statement::BindBlob(int index, absl::string_view bytes) {
  // A null pointer would bind NULL; an empty body is an empty blob.
  const int code = bytes.empty() ? sqlite3_bind_zeroblob(statement_.get(), index, 0)
                                 : sqlite3_bind_blob64(statement_.get(), index, bytes.data(),
                                                       bytes.size(), SQLITE_TRANSIENT);
  if (code == SQLITE_OK) return absl::OkStatus();
  return ErrorOf(sqlite3_db_handle(statement_.get()), "binding bytes");
}

absl::Status Statement::BindInteger(int index, int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), index, value) == SQLITE_OK) return absl::OkStatus();
  return ErrorOf(sqlite3_db_handle(statement_.get()), "binding a number");
}

absl::StatusOr<bool> Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  const absl::Status status =
      code == SQLITE_DONE ? absl::OkStatus()
                          : ErrorOf(sqlite3_db_handle(statement_.get()), "running a statement");
  sqlite3_reset(statement_.get());
  if (!status.ok()) return status;
  return false;
}

absl::string_view Statement::Bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<size_t>(size)};
}

int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

absl::StatusOr<Database> Database::OpenReadOnly(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return ErrorOf(handle, absl::StrCat("opening ", path));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  RETURN_IF_ERROR(database.Run("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;"));
  return database;
}

absl::StatusOr<Database> Database::Create(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return ErrorOf(handle, absl::StrCat("creating ", path));
  RETURN_IF_ERROR(
      database.Run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;"
                   "PRAGMA synchronous = FULL;"));
  return database;
}

absl::Status Database::Run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) {
    return absl::OkStatus();
  }
  return ErrorOf(database_.get(), "running SQL");
}

absl::StatusOr<Statement> Database::Prepare(absl::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                         nullptr) != SQLITE_OK) {
    return ErrorOf(database_.get(), "preparing a statement");
  }
  return Statement(statement);
}

}  // namespace charley::knowledge
