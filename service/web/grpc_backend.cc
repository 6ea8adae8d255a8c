#include "service/web/grpc_backend.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

namespace charley::web {
namespace {

// Everything that must live until the call is over.
struct CallState {
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
  std::function<void(RpcResult)> done;  // here, because gRPC copies the callback that it is given
};

class GrpcCallHandle : public CallHandle {
 public:
  explicit GrpcCallHandle(std::shared_ptr<CallState> state) : state_(std::move(state)) {}
  void Cancel() override { state_->context.TryCancel(); }

 private:
  std::shared_ptr<CallState> state_;
};

Headers ToHeaders(const std::multimap<grpc::string_ref, grpc::string_ref>& metadata) {
  Headers headers;
  for (const auto& [name, value] : metadata) {
    headers.emplace_back(std::string(name.data(), name.size()),
                         std::string(value.data(), value.size()));
  }
  return headers;
}

std::string Bytes(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.Valid() || !buffer.DumpToSingleSlice(&slice).ok()) return "";
  return std::string(reinterpret_cast<const char*>(slice.begin()), slice.size());
}

RpcResult ToResult(const grpc::Status& status, const CallState& state) {
  RpcResult result = ResultOf(status, state.response);
  result.headers = ToHeaders(state.context.GetServerInitialMetadata());
  result.trailers = ToHeaders(state.context.GetServerTrailingMetadata());
  // gRPC repeats the details among the trailing metadata; they travel once.
  result.trailers.erase(
      std::remove_if(result.trailers.begin(), result.trailers.end(),
                     [](const auto& field) { return field.first == "grpc-status-details-bin"; }),
      result.trailers.end());
  return result;
}

}  // namespace

RpcResult ResultOf(const grpc::Status& status, const grpc::ByteBuffer& response) {
  RpcResult result;
  result.code = static_cast<Code>(status.error_code());
  result.error = status.error_message();
  result.details = status.error_details();
  if (status.ok()) result.message = Bytes(response);
  return result;
}

std::unique_ptr<CallHandle> GrpcBackend::Start(RpcCall call, std::function<void(RpcResult)> done) {
  auto state = std::make_shared<CallState>();
  state->done = std::move(done);
  for (const auto& [name, value] : call.metadata) state->context.AddMetadata(name, value);
  if (call.timeout.has_value()) {
    state->context.set_deadline(std::chrono::system_clock::now() +
                                absl::ToChronoMicroseconds(*call.timeout));
  }
  grpc::Slice slice(call.message);
  state->request = grpc::ByteBuffer(&slice, 1);
  stub_.UnaryCall(&state->context, call.method, grpc::StubOptions(), &state->request,
                  &state->response, [state](const grpc::Status& status) {
                    const auto finish = std::exchange(state->done, nullptr);
                    finish(ToResult(status, *state));
                  });
  return std::make_unique<GrpcCallHandle>(std::move(state));
}

}  // namespace charley::web
