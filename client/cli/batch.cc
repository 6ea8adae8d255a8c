#include "client/cli/batch.h"

#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/cli/batch_line.h"
#include "client/cli/emergency_numbers.h"
#include "client/cli/exit_code.h"
#include "client/cli/failure.h"
#include "client/cli/ordered_queue.h"

namespace charley::cli {
namespace {

// Calls at once: enough to keep a service on several cores busy, far under the 100 that it takes on
// one connection.
constexpr size_t kCallsInFlight = 16;

// A line on its way. `done` is notified when `status` and `response` stand.
struct Call {
  BatchLine line;
  grpc::ClientContext context;
  v1::AskRequest request;
  v1::AskResponse response;
  grpc::Status status;
  absl::Notification done;
};

using Calls = OrderedQueue<std::unique_ptr<Call>>;

std::unique_ptr<Call> Start(const Session& session, absl::string_view text) {
  auto call = absl::make_unique<Call>();
  call->line = ReadBatchLine(text);
  if (!call->line.wrong.empty()) {
    call->done.Notify();
    return call;
  }
  call->request.set_question(std::move(call->line.question));
  for (std::string& message : call->line.earlier) call->request.add_earlier(std::move(message));
  if (!session.region().guessed) call->request.set_region(session.region().code);
  call->request.set_explain(session.options().explain);
  Call* const running = call.get();
  session.client().StartAsk(call->context, call->request, call->response,
                            [running](grpc::Status status) {
                              running->status = std::move(status);
                              running->done.Notify();
                            });
  return call;
}

std::string Finish(const Call& call, const std::string& server) {
  if (!call.line.wrong.empty()) {
    return WriteBatchError(call.line, CodeName(grpc::StatusCode::INVALID_ARGUMENT),
                           absl::StrCat(call.line.wrong, "\n", SafeLine("")));
  }
  if (call.status.ok()) return WriteBatchReply(call.line, call.response);
  return WriteBatchError(call.line, CodeName(call.status.error_code()),
                         FailureMessage(call.status, server));
}

// Writes calls in order as they end. Counts those that reached no service.
size_t WriteAll(Calls& calls, const std::string& server, std::ostream& out) {
  size_t unreachable = 0;
  while (absl::optional<std::unique_ptr<Call>> call = calls.Pop()) {
    (*call)->done.WaitForNotification();
    out << Finish(**call, server) << '\n' << std::flush;
    if (IsUnreachable((*call)->status)) ++unreachable;
  }
  return unreachable;
}

int Answer(Session& session, std::istream& in) {
  Calls calls(kCallsInFlight);
  size_t unreachable = 0;
  std::ostream& out = session.console().out;
  std::thread writer([&] { unreachable = WriteAll(calls, session.options().server, out); });
  std::string line;
  while (std::getline(in, line)) {
    if (!absl::StripAsciiWhitespace(line).empty()) calls.Push(Start(session, line));
  }
  calls.Close();
  writer.join();
  if (!out.good()) return session.Fail(kExitLocalFailure, "the output could not be written");
  if (unreachable == 0) return kExitAnswered;
  return session.FailCall(grpc::Status(grpc::StatusCode::UNAVAILABLE, ""));
}

}  // namespace

int Batch(Session& session) {
  const std::string& path = session.options().file;
  if (path.empty() || path == "-") return Answer(session, session.console().in);
  std::ifstream file(path);
  if (!file) {
    return session.Fail(kExitLocalFailure,
                        "the batch file cannot be read; give a file of JSON lines, or -");
  }
  return Answer(session, file);
}

}  // namespace charley::cli
