// A client that sends bytes as they are, to see what a server makes of them.

#ifndef CHARLEY_TESTS_WEB_RAW_CLIENT_H_
#define CHARLEY_TESTS_WEB_RAW_CLIENT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::web {

// One connection to 127.0.0.1. Blocking, with a time limit of ten seconds on each read.
class RawClient {
 public:
  // Connects to "127.0.0.1:port".
  explicit RawClient(const std::string& address);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool Send(absl::string_view bytes);
  // Reads one response with its Content-Length body; empty when the connection was closed.
  std::string ReadResponse();
  // Whether the server closes the connection now.
  bool IsClosedByServer();
  // Closes this end.
  void Close();

 private:
  int socket_ = -1;
  std::string buffer_;
};

}  // namespace charley::web

#endif  // CHARLEY_TESTS_WEB_RAW_CLIENT_H_
