// One run of a command.

#ifndef CHARLEY_CLIENT_CLI_SESSION_H_
#define CHARLEY_CLIENT_CLI_SESSION_H_

#include <grpcpp/support/status.h>

#include <string>

#include "charley/v1/assistant.pb.h"
#include "client/cli/assistant_client.h"
#include "client/cli/console.h"
#include "client/cli/options.h"
#include "client/cli/region.h"

namespace charley::cli {

// What a command needs to run. Holds no patient's words.
class Session {
 public:
  // Refers to `console`, which must outlive it.
  Session(const Options& options, const Environment& environment, Console& console);

  const Options& options() const { return options_; }
  const Region& region() const { return region_; }
  const AssistantClient& client() const { return client_; }
  Console& console() { return console_; }
  Page NewPage() const { return Page(style_); }

  // A request with the region and --explain filled in.
  v1::AskRequest NewRequest() const;

  // Writes a page, or a message as one line of JSON, to standard output, at once.
  void Write(const Page& page);
  void WriteJson(const google::protobuf::Message& message);

  // Writes one line to standard error and returns `exit_code`.
  int Fail(int exit_code, absl::string_view what);

  // Writes to standard error what failed in a call that was about a patient's message: first the
  // safe line with the region's number, then one line that says what, why, and what to do. Returns
  // the exit code.
  int FailCall(const grpc::Status& status);

 private:
  const Options options_;
  const Region region_;
  const PageStyle style_;
  const AssistantClient client_;
  Console& console_;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_SESSION_H_
