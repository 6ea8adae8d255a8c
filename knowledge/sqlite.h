// SQLite with destructors and absl::Status.

#ifndef CHARLEY_KNOWLEDGE_SQLITE_H_
#define CHARLEY_KNOWLEDGE_SQLITE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct sqlite3;
struct sqlite3_stmt;

namespace charley::knowledge {

// A prepared statement. Owned by one thread; must not outlive its Database.
class Statement {
 public:
  // Binds parameter `index`, from 1. The bytes are copied.
  absl::Status BindText(int index, absl::string_view text);
  absl::Status BindBlob(int index, absl::string_view bytes);
  absl::Status BindInteger(int index, int64_t value);

  // Advances: true for a row, false at the end; after the end it can be bound and run again.
  absl::StatusOr<bool> Step();

  // Column of the current row, from 0; valid until the next Step.
  absl::string_view Bytes(int column) const;
  int64_t Integer(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A connection. Owned by one thread.
class Database {
 public:
  // Opens an existing file for reading, hardened against hostile files (defensive mode, untrusted
  // schema, cell size checks). NOT_FOUND: there is no such file. DATA_LOSS: it is no SQLite
  // database.
  static absl::StatusOr<Database> OpenReadOnly(const std::string& path);
  // Creates a file, which must not exist yet, without a journal: it is renamed into place only when
  // complete.
  static absl::StatusOr<Database> Create(const std::string& path);

  // Runs one or more statements that return nothing.
  absl::Status Run(const char* sql);
  absl::StatusOr<Statement> Prepare(absl::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_SQLITE_H_
