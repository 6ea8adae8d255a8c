// An HTTP request and response as plain values, so that everything but the sockets can be tested
// without one.

#ifndef CHARLEY_SERVICE_WEB_HTTP_MESSAGE_H_
#define CHARLEY_SERVICE_WEB_HTTP_MESSAGE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::web {

// Header fields in order, names in lower case. A name may stand several times.
using Headers = std::vector<std::pair<std::string, std::string>>;

// The first value of a field, or an empty view. `name` is in lower case.
absl::string_view FindHeader(const Headers& headers, absl::string_view name);

// Whether a field is there, even when it is empty.
bool HasHeader(const Headers& headers, absl::string_view name);

// A request, received whole.
struct HttpRequest {
  std::string method;  // "POST"
  std::string path;    // of the target, without the query
  Headers headers;
  std::string body;
};

// A response, to be sent whole. The server adds Content-Length, Date and Connection.
struct HttpResponse {
  int status = 200;
  Headers headers;
  std::string body;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_HTTP_MESSAGE_H_
