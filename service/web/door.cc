#include "service/web/door.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/answer/safe_line.h"
#include "service/web/json_codec.h"
#include "service/web/wire_protocols.h"

namespace charley::web {
namespace {

HttpResponse Text(int status, absl::string_view text) {
  HttpResponse response;
  response.status = status;
  response.headers = {{"content-type", "text/plain; charset=utf-8"},
                      {"cache-control", "no-store"},
                      {"x-content-type-options", "nosniff"},
                      {"referrer-policy", "no-referrer"}};
  response.body = absl::StrCat(text, "\n");
  return response;
}

HttpResponse MethodNotAllowed(const char* allowed) {
  HttpResponse response = Door::Refusal(405, absl::StrCat("use ", allowed));
  response.headers.emplace_back("allow", allowed);
  return response;
}

// Paths of RPCs have two parts, of which the first is a full service name:
// "/charley.v1.AssistantService/Ask".
bool IsRpcPath(absl::string_view path) {
  const size_t slash = path.find('/', 1);
  return slash != absl::string_view::npos && slash + 1 < path.size() &&
         path.find('/', slash + 1) == absl::string_view::npos &&
         absl::StrContains(path.substr(1, slash - 1), '.') &&
         !absl::StrContains(path.substr(slash), '.');
}

}  // namespace

HttpResponse Door::Refusal(int status, absl::string_view what) {
  return Text(status, absl::StrCat(what, ". ", answer::kSafeLine));
}

HttpResponse Door::RefuseTooLarge(const HttpRequest& request) const {
  const auto type = ParseContentType(FindHeader(request.headers, "content-type"));
  if (!IsRpcPath(request.path) || !type.has_value()) return Refusal(413, "the body is too large");
  HttpResponse response =
      EncodeResult(Failure(Code::kResourceExhausted, "the body is too large: ask in fewer words"),
                   request.path, *type);
  parts_.cors.AddTo(request, response.headers);
  return response;
}

std::unique_ptr<CallHandle> Door::Handle(const HttpRequest& request,
                                         std::function<void(HttpResponse)> done) const {
  if (Cors::IsPreflight(request)) {
    done(parts_.cors.AnswerPreflight(request));
    return nullptr;
  }
  if (IsRpcPath(request.path)) return HandleCall(request, std::move(done));
  if (request.method == "GET" || request.method == "HEAD") {
    done(HandleGet(request));
  } else if (request.method == "POST") {
    done(parts_.files.Answer(request).status == 404 ? parts_.files.Answer(request)
                                                    : MethodNotAllowed("GET, HEAD"));
  } else {
    done(MethodNotAllowed("GET, HEAD, POST"));
  }
  return nullptr;
}

HttpResponse Door::HandleGet(const HttpRequest& request) const {
  if (request.path == "/healthz") return Text(200, "ok");
  if (request.path == "/readyz") {
    return parts_.is_ready() ? Text(200, "ready") : Text(503, "no pack is loaded");
  }
  if (request.path == "/pack.json" && parts_.offline_bundle) return parts_.offline_bundle(request);
  return parts_.files.Answer(request);
}

// Takes from the request what the response needs of it: it may be gone by then.
std::function<void(RpcResult)> Door::EncodeThen(const HttpRequest& request, ContentType type,
                                                std::function<void(HttpResponse)> done) const {
  Headers fields = {{"cache-control", "no-store"}, {"x-content-type-options", "nosniff"}};
  parts_.cors.AddTo(request, fields);
  return [type, path = request.path, fields = std::move(fields),
          done = std::move(done)](const RpcResult& result) {
    HttpResponse response = EncodeResult(result, path, type);
    response.headers.insert(response.headers.end(), fields.begin(), fields.end());
    done(std::move(response));
  };
}

std::unique_ptr<CallHandle> Door::HandleCall(const HttpRequest& request,
                                             std::function<void(HttpResponse)> done) const {
  if (request.method != "POST") {
    done(MethodNotAllowed("POST"));
    return nullptr;
  }
  if (!parts_.cors.Allows(request)) {
    done(Refusal(
        403, "this web site may not call this service: the operator lists it by --allow-origin"));
    return nullptr;
  }
  const auto type = ParseContentType(FindHeader(request.headers, "content-type"));
  if (!type.has_value()) {
    HttpResponse response =
        Refusal(415,
                "use application/json, application/proto, application/grpc-web or "
                "application/grpc-web-text");
    response.headers.emplace_back(
        "accept-post",
        "application/json, application/proto, application/grpc-web+proto, "
        "application/grpc-web-text+proto");
    done(std::move(response));
    return nullptr;
  }
  if (type->protocol == Protocol::kConnect && FindMethod(request.path) == nullptr) {
    done(Refusal(404, "there is no such method"));
    return nullptr;
  }
  auto finish = EncodeThen(request, *type, std::move(done));
  DecodedCall decoded = DecodeCall(request, *type);
  if (decoded.failure.code != Code::kOk) {
    finish(decoded.failure);
    return nullptr;
  }
  return parts_.backend->Start(std::move(decoded.call), std::move(finish));
}

}  // namespace charley::web
