#include "client/cli/health.h"

#include "absl/strings/str_cat.h"
#include "client/cli/exit_code.h"

namespace charley::cli {

int CheckHealth(Session& session) {
  bool serving = false;
  const grpc::Status status = session.client().CheckHealth(serving);
  if (!status.ok()) return session.FailCall(status);
  std::ostream& out = session.console().out;
  if (session.options().json) {
    out << "{\"status\":\"" << (serving ? "SERVING" : "NOT_SERVING") << "\"}\n" << std::flush;
  } else if (serving) {
    out << "serving at " << session.options().server << '\n' << std::flush;
  }
  if (serving) return kExitAnswered;
  return session.Fail(kExitRpcBase + grpc::StatusCode::UNAVAILABLE,
                      absl::StrCat("the service at ", session.options().server,
                                   " is up but not serving, as when it has no pack; look at its "
                                   "log"));
}

}  // namespace charley::cli
