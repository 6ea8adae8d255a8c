#include "service/web/rpc_call.h"

#include "absl/strings/str_cat.h"
#include "service/answer/safe_line.h"

namespace charley::web {

RpcResult Failure(Code code, absl::string_view message) {
  RpcResult result;
  result.code = code;
  result.error = absl::StrCat(message, ". ", answer::kSafeLine);
  return result;
}

}  // namespace charley::web
