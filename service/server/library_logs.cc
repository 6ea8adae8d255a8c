#include "service/server/library_logs.h"

#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>

#include "absl/strings/string_view.h"

namespace charley::server {
namespace {

void LogNothing(gpr_log_func_args*) {}

void LogPlace(gpr_log_func_args* args) {
  absl::string_view file = args->file;
  const size_t slash = file.rfind('/');
  if (slash != absl::string_view::npos) file.remove_prefix(slash + 1);
  Log(WriteToStandardError, LogLevel::kDebug)
      .Write(LogLevel::kDebug, "grpc",
             {{"file", file},
              {"line", static_cast<int64_t>(args->line)},
              {"severity", absl::string_view(gpr_log_severity_string(args->severity))}});
}

}  // namespace

void SilenceLibraries(LogLevel least) {
  gpr_set_log_function(least == LogLevel::kDebug ? LogPlace : LogNothing);
  google::protobuf::SetLogHandler(nullptr);
}

}  // namespace charley::server
