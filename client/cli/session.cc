#include "client/cli/session.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/cli/emergency_numbers.h"
#include "client/cli/exit_code.h"
#include "client/cli/failure.h"
#include "client/cli/json.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

std::chrono::duration<double> Timeout(const Options& options) {
  double seconds = 0;
  (void)absl::SimpleAtod(options.timeout, &seconds);  // the command line's check saw to it
  return std::chrono::duration<double>(seconds);
}

}  // namespace

Session::Session(const Options& options, const Environment& environment, Console& console)
    : options_(options),
      region_(ResolveRegion(options.region, environment)),
      style_(StyleFor(console.terminal, environment, options.no_color)),
      client_(options.server, Timeout(options)),
      console_(console) {}

v1::AskRequest Session::NewRequest() const {
  v1::AskRequest request;
  request.set_region(region_.code);
  request.set_explain(options_.explain);
  return request;
}

void Session::Write(const Page& page) { console_.out << page.text() << std::flush; }

void Session::WriteJson(const google::protobuf::Message& message) {
  console_.out << ToJson(message) << '\n' << std::flush;
}

int Session::Fail(int exit_code, absl::string_view what) {
  console_.err << absl::StrCat("charley: ", PrintableLine(what), "\n") << std::flush;
  return exit_code;
}

int Session::FailCall(const grpc::Status& status) {
  console_.err << SafeLine(region_.code) << '\n';
  return Fail(kExitRpcBase + status.error_code(), DescribeFailure(status, options_.server));
}

}  // namespace charley::cli
