#include "service/web/rpc_call.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/answer/safe_line.h"

namespace charley::web {

RpcResult Failure(Code code, std::string message) {
  RpcResult result;
  result.code = code;
  result.error = absl::StrCat(std::move(message), ". ", answer::kSafeLine);
  return result;
}

}  // namespace charley::web
