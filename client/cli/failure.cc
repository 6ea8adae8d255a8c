#include "client/cli/failure.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/cli/emergency_numbers.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

constexpr const char* kCodeNames[] = {
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
};

// What the service said, without its safe line: ours names the region's number.
std::string OwnWords(const grpc::Status& status) {
  const std::string line = PrintableLine(status.error_message());
  absl::string_view words = absl::StripTrailingAsciiWhitespace(line);
  words = absl::StripTrailingAsciiWhitespace(absl::StripSuffix(words, SafeLine("")));
  return std::string(absl::StripSuffix(words, "."));
}

bool IsRefusal(grpc::StatusCode code) {
  return code == grpc::StatusCode::INVALID_ARGUMENT || code == grpc::StatusCode::NOT_FOUND ||
         code == grpc::StatusCode::RESOURCE_EXHAUSTED;
}

absl::string_view WhatToDo(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::INVALID_ARGUMENT:
      return "change it and ask again";
    case grpc::StatusCode::NOT_FOUND:
      return "`charley topics` lists what there is";
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return "ask again in fewer words, or a little later";
    case grpc::StatusCode::UNIMPLEMENTED:
      return "use a client and a service of the same version";
    default:
      return "try again; if it stays so, look at the service's log";
  }
}

}  // namespace

absl::string_view CodeName(grpc::StatusCode code) {
  const auto index = static_cast<size_t>(code);
  return index < std::size(kCodeNames) ? kCodeNames[index] : "UNKNOWN";
}

bool IsUnreachable(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE && status.error_details().empty();
}

std::string DescribeFailure(const grpc::Status& status, const std::string& server) {
  const grpc::StatusCode code = status.error_code();
  if (IsUnreachable(status)) {
    return absl::StrCat("no service answers at ", server, "; start one with `charleyd --grpc ",
                        server, "`, or name another with --server");
  }
  if (code == grpc::StatusCode::DEADLINE_EXCEEDED) {
    return absl::StrCat("the service at ", server,
                        " took too long (DEADLINE_EXCEEDED); try again, or allow more with "
                        "--timeout");
  }
  std::string what =
      absl::StrCat("the service at ", server, IsRefusal(code) ? " refused (" : " failed (",
                   CodeName(code), "): ", OwnWords(status));
  // With its details, Charley's own service has said what to do; but it does not know our commands.
  if (!status.error_details().empty() && code != grpc::StatusCode::NOT_FOUND) return what;
  return absl::StrCat(what, "; ", WhatToDo(code));
}

std::string FailureMessage(const grpc::Status& status, const std::string& server) {
  const bool own = IsUnreachable(status) || status.error_message().empty();
  std::string message = own ? DescribeFailure(status, server) : RepairUtf8(status.error_message());
  if (!absl::StrContains(message, SafeLine(""))) absl::StrAppend(&message, "\n", SafeLine(""));
  return message;
}

}  // namespace charley::cli
