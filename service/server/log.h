// The service's log: one JSON object a line.

#ifndef CHARLEY_SERVICE_SERVER_LOG_H_
#define CHARLEY_SERVICE_SERVER_LOG_H_

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "absl/types/variant.h"

namespace charley::server {

// How much a line matters, least first.
enum class LogLevel { kDebug, kInfo, kWarning, kError };

// "debug", "info", "warning", "error".
absl::string_view NameOf(LogLevel level);
absl::optional<LogLevel> ParseLogLevel(absl::string_view name);

// One member of a line's object.
struct LogField {
  absl::string_view name;
  absl::variant<absl::string_view, int64_t> value;
};

// Takes one or more lines, each with its line feed. Must be thread-safe.
using LogSink = std::function<void(absl::string_view lines)>;

// Writes lines of at least one level to a sink. Every line is plain ASCII: control characters,
// bidirectional marks and all else are escaped, so that no value can forge a line or hide in one.
// A patient's words, or anything else that a client sent, must never be passed to it. Thread-safe.
class Log {
 public:
  Log(LogSink sink, LogLevel least) : sink_(std::move(sink)), least_(least) {}

  // {"time":"2026-01-31T12:00:00.000Z","level":"info","event":"...", fields}. The time is UTC.
  void Write(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields) const;

 private:
  friend class LogLines;

  const LogSink sink_;
  const LogLevel least_;
};

// Lines that are written together, and of one time: what is told of many calls costs less so. For
// one thread.
class LogLines {
 public:
  // `log` must outlive it.
  explicit LogLines(const Log& log) : log_(log) {}
  LogLines(const LogLines&) = delete;
  LogLines& operator=(const LogLines&) = delete;
  // Writes them.
  ~LogLines();

  // As Log::Write.
  void Add(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields);

 private:
  const Log& log_;
  std::string time_;  // of the first line; empty before it
  std::string lines_;
};

// A sink that writes each line to standard error in one piece.
void WriteToStandardError(absl::string_view line);

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_LOG_H_
