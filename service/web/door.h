// Decides what an HTTP request is for: a call, a preflight, a probe, or a file.

#ifndef CHARLEY_SERVICE_WEB_DOOR_H_
#define CHARLEY_SERVICE_WEB_DOOR_H_

#include <functional>
#include <memory>
#include <string>

#include "service/web/content_type.h"
#include "service/web/cors.h"
#include "service/web/http_message.h"
#include "service/web/rpc_call.h"
#include "service/web/static_files.h"

namespace charley::web {

// What the door needs from the server around it.
struct DoorParts {
  Backend* backend = nullptr;      // must outlive the door
  std::function<bool()> is_ready;  // whether a pack is loaded
  std::function<HttpResponse(const HttpRequest&)>
      offline_bundle;  // answers GET /pack.json; may be empty
  Cors cors{{}};
  StaticFiles files;
};

// Routes requests. Thread-safe.
class Door {
 public:
  explicit Door(DoorParts parts) : parts_(std::move(parts)) {}

  // Answers a request. `done` runs once, on any thread, perhaps before Handle returns. The handle,
  // if any, cancels the call when the client has left.
  std::unique_ptr<CallHandle> Handle(const HttpRequest& request,
                                     std::function<void(HttpResponse)> done) const;

  // The answer to a request whose body is over the limit and was not read: RESOURCE_EXHAUSTED in
  // the protocol that it speaks.
  HttpResponse RefuseTooLarge(const HttpRequest& request) const;

  // The answer to a request that could not be read: 400, 408, 413, 431 or 503, with the safe line.
  static HttpResponse Refusal(int status, absl::string_view what);

 private:
  std::unique_ptr<CallHandle> HandleCall(const HttpRequest& request,
                                         std::function<void(HttpResponse)> done) const;
  std::function<void(RpcResult)> EncodeThen(const HttpRequest& request, ContentType type,
                                            std::function<void(HttpResponse)> done) const;
  HttpResponse HandleGet(const HttpRequest& request) const;

  DoorParts parts_;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_DOOR_H_
