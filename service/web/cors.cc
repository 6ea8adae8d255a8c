#include "service/web/cors.h"

#include <algorithm>
#include <utility>

#include "absl/strings/strip.h"

namespace charley::web {
namespace {

// Two hours: what browsers keep at most.
constexpr char kMaxAge[] = "7200";
constexpr char kAllowedHeaders[] =
    "content-type, connect-protocol-version, connect-timeout-ms, grpc-timeout, x-grpc-web, "
    "x-user-agent";
constexpr char kExposedHeaders[] =
    "grpc-status, grpc-message, grpc-status-details-bin, content-encoding, "
    "connect-content-encoding";

// Whether an origin is this server's own, as the browser addressed it.
bool IsOwn(absl::string_view origin, absl::string_view host) {
  return !host.empty() &&
         ((absl::ConsumePrefix(&origin, "https://") || absl::ConsumePrefix(&origin, "http://")) &&
          origin == host);
}

}  // namespace

Cors::Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {}

bool Cors::IsListed(absl::string_view origin) const {
  return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool Cors::Allows(const HttpRequest& request) const {
  const absl::string_view origin = FindHeader(request.headers, "origin");
  return origin.empty() || IsListed(origin) || IsOwn(origin, FindHeader(request.headers, "host"));
}

bool Cors::IsPreflight(const HttpRequest& request) {
  return request.method == "OPTIONS" && HasHeader(request.headers, "origin") &&
         HasHeader(request.headers, "access-control-request-method");
}

HttpResponse Cors::AnswerPreflight(const HttpRequest& request) const {
  HttpResponse response;
  response.status = IsListed(FindHeader(request.headers, "origin")) ? 204 : 403;
  if (response.status == 204) {
    response.headers.emplace_back("access-control-allow-methods", "POST");
    response.headers.emplace_back("access-control-allow-headers", kAllowedHeaders);
    response.headers.emplace_back("access-control-max-age", kMaxAge);
  }
  AddTo(request, response.headers);
  return response;
}

void Cors::AddTo(const HttpRequest& request, Headers& headers) const {
  headers.emplace_back("vary",
                       "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  const absl::string_view origin = FindHeader(request.headers, "origin");
  if (!IsListed(origin)) return;
  headers.emplace_back("access-control-allow-origin", std::string(origin));
  headers.emplace_back("access-control-expose-headers", kExposedHeaders);
}

}  // namespace charley::web
