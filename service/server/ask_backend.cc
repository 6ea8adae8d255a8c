#include "service/server/ask_backend.h"

#include <utility>

#include "absl/time/clock.h"
#include "service/web/grpc_backend.h"

namespace charley::server {
namespace {

constexpr absl::string_view kAsk = "/charley.v1.AssistantService/Ask";

// A call that was over before its handle was made.
class NoHandle final : public web::CallHandle {
 public:
  void Cancel() override {}
};

rpc::CallState StateOf(const web::RpcCall& call) {
  rpc::CallState state;
  state.arrived = absl::Now();
  if (call.timeout.has_value()) state.client_deadline = state.arrived + *call.timeout;
  for (const auto& [name, value] : call.metadata) {
    state.metadata_bytes += rpc::MetadataBytes(name.size(), value.size());
  }
  return state;
}

}  // namespace

std::unique_ptr<web::CallHandle> AskBackend::Start(web::RpcCall call,
                                                   std::function<void(web::RpcResult)> done) {
  if (call.method != kAsk) return others_.Start(std::move(call), std::move(done));
  const grpc::Slice slice(call.message);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  const grpc::Status status = service_.AnswerAsk(StateOf(call), request, response);
  done(web::ResultOf(status, response));
  return std::make_unique<NoHandle>();
}

}  // namespace charley::server
