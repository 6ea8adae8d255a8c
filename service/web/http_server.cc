// The one source file that includes Boost.Beast.

#include "service/web/http_server.h"

#include <sys/socket.h>

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <iterator>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/answer/limits.h"

namespace charley::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

// By name instead of asio::any_io_executor, which makes a virtual call of every step.
using Strand = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<tcp, Strand>;

constexpr int kThreads = 2;  // parsing and copying; the answers are made on gRPC's threads

template <typename View>
absl::string_view ToView(const View& view) {
  return {view.data(), view.size()};
}

HttpRequest ToRequest(http::request<http::string_body>&& message) {
  HttpRequest request;
  request.method = std::string(message.method_string());
  const absl::string_view target = ToView(message.target());
  request.path = std::string(target.substr(0, target.find('?')));
  request.headers.reserve(static_cast<size_t>(std::distance(message.begin(), message.end())));
  for (const auto& field : message) {
    request.headers.emplace_back(absl::AsciiStrToLower(ToView(field.name_string())),
                                 std::string(field.value()));
  }
  request.body = std::move(message.body());
  return request;
}

http::response<http::string_body> ToMessage(HttpResponse&& response, bool head, bool keep_alive,
                                            unsigned version) {
  http::response<http::string_body> message{
      http::int_to_status(static_cast<unsigned>(response.status)), version};
  message.result(static_cast<unsigned>(response.status));
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless) message.content_length(response.body.size());
  if (!head && !bodiless) message.body() = std::move(response.body);
  return message;
}

// How many sessions there are, and whether they should end.
struct Gate {
  std::atomic<size_t> sessions{0};
  std::atomic<bool> closing{false};
};

// One connection: reads a request, waits for its answer, writes it, again. Everything runs on the
// stream's strand.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Socket socket, const Door& door, const HttpLimits& limits, Gate& gate)
      : stream_(std::move(socket)), door_(door), limits_(limits), gate_(gate) {
    ++gate_.sessions;
  }
  ~Session() { --gate_.sessions; }

  void Begin() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->AwaitRequest(); });
  }

  // Ends an idle connection at once, a busy one after its answer.
  void Finish() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
      if (!self->busy_) self->Close();
    });
  }

  void Refuse(int status, absl::string_view what) {
    keep_alive_ = false;
    Write(Door::Refusal(status, what));
  }

 private:
  // Waits for the first byte under the idle limit; from then on the whole request has its own.
  void AwaitRequest() {
    if (gate_.closing) return Close();
    parser_.emplace();
    parser_->header_limit(static_cast<uint32_t>(limits_.header_bytes));
    parser_->body_limit(limits_.body_bytes);
    if (buffer_.size() > 0) return ReadRequest();
    stream_.expires_after(absl::ToChronoMilliseconds(limits_.idle_timeout));
    stream_.async_read_some(buffer_.prepare(kFirstRead),
                            [self = shared_from_this()](error_code error, size_t size) {
                              if (error) return self->Close();
                              self->buffer_.commit(size);
                              self->ReadRequest();
                            });
  }

  void ReadRequest() {
    busy_ = true;
    stream_.expires_after(absl::ToChronoMilliseconds(limits_.read_timeout));
    http::async_read(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, size_t) { self->OnRead(error); });
  }

  void OnRead(error_code error) {
    if (error == http::error::header_limit) return Refuse(431, "the header is too large");
    if (error == http::error::body_limit) return RefuseTooLarge();
    if (error == beast::error::timeout) return Close();
    if (error == http::error::end_of_stream || error == asio::error::connection_reset) {
      return Close();
    }
    if (error) return Refuse(400, "this is no HTTP/1.1 request");
    http::request<http::string_body> message = parser_->release();
    keep_alive_ = message.keep_alive();
    version_ = message.version();
    head_ = message.method() == http::verb::head;
    Answer(ToRequest(std::move(message)));
  }

  void RefuseTooLarge() {
    keep_alive_ = false;
    Write(door_.RefuseTooLarge(ToRequest(parser_->release())));
  }

  void Answer(const HttpRequest& request) {
    stream_.expires_never();
    answered_ = false;
    call_ = door_.Handle(request, [self = shared_from_this()](HttpResponse response) {
      asio::post(self->stream_.get_executor(), [self, response = std::move(response)]() mutable {
        self->answered_ = true;
        self->Write(std::move(response));
      });
    });
    if (call_ != nullptr) WatchForLeaving();
  }

  // A client that closes its end while it waits cancels the call. A pipelined request is data, not
  // an end.
  void WatchForLeaving() {
    stream_.socket().async_wait(Socket::wait_read, [self = shared_from_this()](error_code error) {
      if (error || self->answered_ || self->call_ == nullptr) return;
      char byte = 0;
      const ssize_t got =
          recv(self->stream_.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
      if (got == 0) self->call_->Cancel();
    });
  }

  void Write(HttpResponse response) {
    call_.reset();
    if (gate_.closing) keep_alive_ = false;
    response_ = ToMessage(std::move(response), head_, keep_alive_, version_);
    stream_.expires_after(absl::ToChronoMilliseconds(limits_.read_timeout));
    http::async_write(stream_, *response_, [self = shared_from_this()](error_code error, size_t) {
      self->busy_ = false;
      if (error) return self->Close();
      if (!self->keep_alive_) return self->Linger();
      self->AwaitRequest();
    });
  }

  // Closing with unread bytes would reset the connection, and the client might lose the answer:
  // what still comes is read and dropped for a while.
  void Linger() {
    error_code ignored;
    stream_.socket().shutdown(Socket::shutdown_send, ignored);
    stream_.expires_after(kLinger);
    Drop(0);
  }

  void Drop(size_t dropped) {
    if (dropped > kMostDropped) return Close();
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(kFirstRead),
                            [self = shared_from_this(), dropped](error_code error, size_t size) {
                              if (error) return self->Close();
                              self->Drop(dropped + size);
                            });
  }

  void Close() {
    error_code ignored;
    stream_.socket().shutdown(Socket::shutdown_send, ignored);
    stream_.close();
  }

  static constexpr size_t kFirstRead = 4096;
  static constexpr size_t kMostDropped = size_t{1} << 20;
  static constexpr std::chrono::seconds kLinger{1};

  beast::basic_stream<tcp, Strand> stream_;
  const Door& door_;
  const HttpLimits& limits_;
  Gate& gate_;
  beast::flat_buffer buffer_;
  boost::optional<http::request_parser<http::string_body>> parser_;
  boost::optional<http::response<http::string_body>> response_;
  std::unique_ptr<CallHandle> call_;
  bool keep_alive_ = true;
  bool head_ = false;
  bool answered_ = false;
  bool busy_ = false;
  unsigned version_ = 11;
};

class BeastServer : public HttpServer {
 public:
  BeastServer(const Door& door, HttpLimits limits) : door_(door), limits_(limits) {}

  absl::Status Listen(const tcp::endpoint& endpoint) {
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return absl::UnavailableError(error.message());
    asio::post(strand_, [this] { Accept(); });
    for (std::thread& thread : threads_) thread = std::thread([this] { context_.run(); });
    return absl::OkStatus();
  }

  std::string address() const override {
    error_code error;
    const tcp::endpoint endpoint = acceptor_.local_endpoint(error);
    const std::string host = endpoint.address().to_string();
    return endpoint.address().is_v6() ? absl::StrCat("[", host, "]:", endpoint.port())
                                      : absl::StrCat(host, ":", endpoint.port());
  }

  void Stop() override {
    gate_.closing = true;
    asio::post(strand_, [this] {
      error_code ignored;
      acceptor_.close(ignored);
      for (const auto& session : sessions_) {
        if (const auto alive = session.lock()) alive->Finish();
      }
      deadline_.expires_after(absl::ToChronoMilliseconds(limits_.drain));
      deadline_.async_wait([this](error_code) { context_.stop(); });
      AwaitLastSession();
    });
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void Accept() {
    acceptor_.async_accept(asio::make_strand(context_), [this](error_code error, Socket socket) {
      if (!error) Admit(std::move(socket));
      if (acceptor_.is_open()) RetryAccept(error);
    });
  }

  // Out of descriptors: wait a little instead of spinning.
  void RetryAccept(error_code error) {
    if (!error) return Accept();
    retry_.expires_after(std::chrono::milliseconds(50));
    retry_.async_wait([this](error_code) {
      if (acceptor_.is_open()) Accept();
    });
  }

  void Admit(Socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const bool full = gate_.sessions >= limits_.connections;
    auto session = std::make_shared<Session>(std::move(socket), door_, limits_, gate_);
    if (full) return session->Refuse(503, "too many connections: try again in a moment");
    ForgetEndedSessions();
    sessions_.push_back(session);
    session->Begin();
  }

  void ForgetEndedSessions() {
    if (sessions_.size() < 2 * gate_.sessions + 64) return;
    sessions_.erase(std::remove_if(sessions_.begin(), sessions_.end(),
                                   [](const auto& session) { return session.expired(); }),
                    sessions_.end());
  }

  void AwaitLastSession() {
    if (gate_.sessions == 0) return context_.stop();
    retry_.expires_after(std::chrono::milliseconds(10));
    retry_.async_wait([this](error_code) { AwaitLastSession(); });
  }

  const Door& door_;
  const HttpLimits limits_;
  asio::io_context context_{kThreads};
  Strand strand_{context_.get_executor()};
  tcp::acceptor acceptor_{strand_};
  asio::steady_timer retry_{strand_};
  asio::steady_timer deadline_{strand_};
  Gate gate_;
  std::vector<std::weak_ptr<Session>> sessions_;
  std::array<std::thread, kThreads> threads_;
};

// "127.0.0.1:8080" or "[::1]:8080".
absl::StatusOr<tcp::endpoint> ParseAddress(const std::string& address) {
  const size_t colon = address.rfind(':');
  int port = 0;
  if (colon != std::string::npos && absl::SimpleAtoi(address.substr(colon + 1), &port) &&
      port >= 0 && port <= 65535) {
    std::string host = address.substr(0, colon);
    if (host == "localhost") host = "127.0.0.1";
    if (host.size() > 2 && host.front() == '[') host = host.substr(1, host.size() - 2);
    error_code error;
    const auto ip = asio::ip::make_address(host, error);
    if (!error) return tcp::endpoint(ip, static_cast<uint16_t>(port));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("'", address, "' is no address: write it as 127.0.0.1:8080"));
}

}  // namespace

HttpLimits DefaultHttpLimits() {
  return {limits::kMostHttpHeaderBytes,
          limits::kMostHttpBodyBytes,
          limits::kMostHttpConnections,
          absl::Seconds(limits::kHttpReadSeconds),
          absl::Seconds(limits::kHttpIdleSeconds),
          absl::Milliseconds(limits::kDrainMilliseconds)};
}

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Start(const std::string& address,
                                                              const Door& door, HttpLimits limits) {
  const absl::StatusOr<tcp::endpoint> endpoint = ParseAddress(address);
  if (!endpoint.ok()) return endpoint.status();
  auto server = std::make_unique<BeastServer>(door, limits);
  const absl::Status status = server->Listen(*endpoint);
  if (!status.ok()) {
    return absl::UnavailableError(
        absl::StrCat("cannot listen on ", address, ": ", status.message()));
  }
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace charley::web
