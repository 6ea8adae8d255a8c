// A service that answers with canned replies, for tests of clients.

#ifndef CHARLEY_TESTS_SUPPORT_FAKE_ASSISTANT_H_
#define CHARLEY_TESTS_SUPPORT_FAKE_ASSISTANT_H_

#include <grpcpp/server.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "charley/v1/assistant.grpc.pb.h"

namespace charley::testing {

// Replies of every kind, the same each time.
v1::AskResponse CannedAnswer();         // two sources, one a clinic's opinion; two suggestions
v1::AskResponse CannedTwoAnswers();     // the same with a further answer
v1::AskResponse CannedClarification();  // two options
v1::AskResponse CannedNotCovered();     // with a line in French
v1::AskResponse CannedSmallTalk();
v1::AskResponse CannedClinicianAdvice();  // advice beside an answer
v1::AskResponse CannedEscalation();       // with a line in Spanish and two numbers
v1::AskResponse CannedExplanation();      // an answer with its reasons

// Serves AssistantService and the standard health service on a loopback port of its own, from
// construction to destruction. Thread-safe.
//
// `Ask` replies by what the question says: "answer", "two answers", "clarify", "not covered",
// "small talk", "clinician", "emergency", "explain", "nothing" (no part set), "hostile" (control
// characters in every text); "refuse" fails with INVALID_ARGUMENT and "break" with INTERNAL.
// "hold" is answered only after "release" has been asked. Anything else is answered.
class FakeAssistant final : public v1::AssistantService::Service {
 public:
  FakeAssistant();
  ~FakeAssistant() override;

  // "127.0.0.1:PORT".
  const std::string& address() const { return address_; }

  // Every AskRequest so far, in the order of arrival.
  std::vector<v1::AskRequest> Requests() const ABSL_LOCKS_EXCLUDED(mutex_);

  // What the health service says; serving at first.
  void SetServing(bool serving);

  grpc::Status Ask(grpc::ServerContext* context, const v1::AskRequest* request,
                   v1::AskResponse* response) override ABSL_LOCKS_EXCLUDED(mutex_);
  // Three topics, a page each.
  grpc::Status ListTopics(grpc::ServerContext* context, const v1::ListTopicsRequest* request,
                          v1::ListTopicsResponse* response) override;
  // "night-cramps-why" alone.
  grpc::Status GetTopic(grpc::ServerContext* context, const v1::GetTopicRequest* request,
                        v1::GetTopicResponse* response) override;
  // "article" alone.
  grpc::Status GetSource(grpc::ServerContext* context, const v1::GetSourceRequest* request,
                         v1::GetSourceResponse* response) override;

 private:
  mutable absl::Mutex mutex_;
  std::vector<v1::AskRequest> requests_ ABSL_GUARDED_BY(mutex_);
  bool released_ ABSL_GUARDED_BY(mutex_) = false;
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SUPPORT_FAKE_ASSISTANT_H_
