// The sockets of the web door.

#ifndef CHARLEY_SERVICE_WEB_HTTP_SERVER_H_
#define CHARLEY_SERVICE_WEB_HTTP_SERVER_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/web/door.h"

namespace charley::web {

// What a connection may cost. Each with its reason in limits.h.
struct HttpLimits {
  size_t header_bytes;
  size_t body_bytes;
  size_t connections;
  absl::Duration read_timeout;  // for one whole request, once it has begun
  absl::Duration idle_timeout;  // between requests
  absl::Duration drain;         // that requests under way get when the server stops
};

// The limits of the service.
HttpLimits DefaultHttpLimits();

// Serves HTTP/1.1 on one address. Threads of its own run from Start to Stop.
class HttpServer {
 public:
  virtual ~HttpServer() = default;

  // Listens on `address` ("127.0.0.1:8080", "[::1]:0") and serves by `door`, which must outlive it.
  // INVALID_ARGUMENT: no such address. UNAVAILABLE: it cannot be listened on.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Start(const std::string& address,
                                                           const Door& door, HttpLimits limits);

  // Where it listens, with the port that was taken.
  virtual std::string address() const = 0;

  // Stops accepting, lets requests under way finish within `limits.drain`, closes everything, joins
  // the threads. Call once.
  virtual void Stop() = 0;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_HTTP_SERVER_H_
