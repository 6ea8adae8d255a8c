#include "tests/web/raw_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace charley::web {
namespace {

constexpr char kLength[] = "content-length:";

// How long the response at the start of `buffer` is; 0 while its header is not whole.
size_t ResponseSize(absl::string_view buffer) {
  const size_t end = buffer.find("\r\n\r\n");
  if (end == absl::string_view::npos) return 0;
  std::string header(buffer.substr(0, end + 2));
  for (char& c : header) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const size_t field = header.find(kLength);
  size_t length = 0;
  if (field != std::string::npos) {
    const size_t start = field + sizeof(kLength) - 1;
    absl::string_view value(header);
    if (!absl::SimpleAtoi(value.substr(start, header.find('\r', start) - start), &length)) return 0;
  }
  return end + 4 + length;
}

}  // namespace

RawClient::RawClient(const std::string& address) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  int port = 0;
  if (!absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port)) return;
  const timeval limit{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<uint16_t>(port));
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof(to)) != 0) Close();
}

RawClient::~RawClient() { Close(); }

void RawClient::Close() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
}

bool RawClient::Send(absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

std::string RawClient::ReadResponse() {
  char piece[4096];
  while (ResponseSize(buffer_) == 0 || buffer_.size() < ResponseSize(buffer_)) {
    const ssize_t got = recv(socket_, piece, sizeof(piece), 0);
    if (got <= 0) return "";
    buffer_.append(piece, static_cast<size_t>(got));
  }
  const size_t size = ResponseSize(buffer_);
  std::string response = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return response;
}

bool RawClient::IsClosedByServer() {
  char byte = 0;
  return recv(socket_, &byte, 1, 0) == 0;
}

}  // namespace charley::web
