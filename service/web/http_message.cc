#include "service/web/http_message.h"

#include <algorithm>

namespace charley::web {
namespace {

Headers::const_iterator Find(const Headers& headers, absl::string_view name) {
  return std::find_if(headers.begin(), headers.end(),
                      [&](const auto& header) { return header.first == name; });
}

}  // namespace

absl::string_view FindHeader(const Headers& headers, absl::string_view name) {
  const auto it = Find(headers, name);
  return it == headers.end() ? absl::string_view() : absl::string_view(it->second);
}

bool HasHeader(const Headers& headers, absl::string_view name) {
  return Find(headers, name) != headers.end();
}

}  // namespace charley::web
