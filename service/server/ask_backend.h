// How the web door reaches Ask.

#ifndef CHARLEY_SERVICE_SERVER_ASK_BACKEND_H_
#define CHARLEY_SERVICE_SERVER_ASK_BACKEND_H_

#include <functional>
#include <memory>

#include "service/rpc/assistant_service.h"
#include "service/web/rpc_call.h"

namespace charley::server {

// Answers Ask on the thread that brings the call: to pass it through gRPC and back to another
// thread costs three times the answer. The longest message holds that thread for some 12 ms. All
// other methods go to `others`. Refers to both, which must outlive it. Thread-safe.
class AskBackend final : public web::Backend {
 public:
  AskBackend(const rpc::AssistantServiceImpl& service, web::Backend& others)
      : service_(service), others_(others) {}

  std::unique_ptr<web::CallHandle> Start(web::RpcCall call,
                                         std::function<void(web::RpcResult)> done) override;

 private:
  const rpc::AssistantServiceImpl& service_;
  web::Backend& others_;
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_ASK_BACKEND_H_
