// Which other web sites may call the API from a browser.

#ifndef CHARLEY_SERVICE_WEB_CORS_H_
#define CHARLEY_SERVICE_WEB_CORS_H_

#include <string>
#include <vector>

#include "service/web/http_message.h"

namespace charley::web {

// Cross-origin resource sharing (fetch.spec.whatwg.org) by an exact list of origins; an empty list
// allows none. Credentials are never allowed, "null" never is an origin. Immutable; thread-safe.
class Cors {
 public:
  // `origins` as browsers send them: "https://clinic.example", without a slash at the end.
  explicit Cors(std::vector<std::string> origins);

  // Whether the request may go on: it has no Origin, or an allowed one, or that of this server.
  bool Allows(const HttpRequest& request) const;

  // Whether the request asks before it calls.
  static bool IsPreflight(const HttpRequest& request);

  // The answer to a preflight: 204 with what is allowed, or 403.
  HttpResponse AnswerPreflight(const HttpRequest& request) const;

  // Adds the fields that let an allowed origin read the response, and always Vary.
  void AddTo(const HttpRequest& request, Headers& headers) const;

 private:
  bool IsListed(absl::string_view origin) const;

  std::vector<std::string> origins_;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_CORS_H_
