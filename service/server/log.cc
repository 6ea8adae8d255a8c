#include "service/server/log.h"

#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace charley::server {
namespace {

constexpr struct {
  LogLevel level;
  absl::string_view name;
} kLevels[] = {{LogLevel::kDebug, "debug"},
               {LogLevel::kInfo, "info"},
               {LogLevel::kWarning, "warning"},
               {LogLevel::kError, "error"}};

constexpr size_t kUsualLineBytes = 256;

bool NeedsEscape(char c) {
  return !absl::ascii_isprint(static_cast<unsigned char>(c)) || c == '"' || c == '\\';
}

void AppendString(absl::string_view text, std::string& line) {
  if (std::none_of(text.begin(), text.end(), NeedsEscape)) {
    absl::StrAppend(&line, "\"", text, "\"");
    return;
  }
  const nlohmann::json value = std::string(text);
  line += value.dump(/*indent=*/-1, ' ', /*ensure_ascii=*/true,
                     nlohmann::json::error_handler_t::replace);
}

void AppendValue(const LogField& field, std::string& line) {
  if (const auto* number = absl::get_if<int64_t>(&field.value)) {
    absl::StrAppend(&line, *number);
  } else {
    AppendString(absl::get<absl::string_view>(field.value), line);
  }
}

}  // namespace

absl::string_view NameOf(LogLevel level) {
  for (const auto& entry : kLevels) {
    if (entry.level == level) return entry.name;
  }
  return "";
}

absl::optional<LogLevel> ParseLogLevel(absl::string_view name) {
  for (const auto& entry : kLevels) {
    if (entry.name == name) return entry.level;
  }
  return absl::nullopt;
}

void Log::Write(LogLevel level, absl::string_view event,
                std::initializer_list<LogField> fields) const {
  LogLines(*this).Add(level, event, fields);
}

void LogLines::Add(LogLevel level, absl::string_view event,
                   std::initializer_list<LogField> fields) {
  if (level < log_.least_) return;
  if (time_.empty()) {
    time_ = absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", absl::Now(), absl::UTCTimeZone());
    lines_.reserve(kUsualLineBytes);
  }
  absl::StrAppend(&lines_, "{\"time\":\"", time_, "\",\"level\":\"", NameOf(level),
                  "\",\"event\":");
  AppendString(event, lines_);
  for (const LogField& field : fields) {
    absl::StrAppend(&lines_, ",\"", field.name, "\":");
    AppendValue(field, lines_);
  }
  lines_ += "}\n";
}

LogLines::~LogLines() {
  if (!lines_.empty()) log_.sink_(lines_);
}

void WriteToStandardError(absl::string_view line) {
  while (!line.empty()) {
    const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
    if (written <= 0) return;  // nowhere to report it
    line.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace charley::server
