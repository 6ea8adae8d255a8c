#include "tests/support/fake_assistant.h"

#include <google/protobuf/message.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server_builder.h>

#include "absl/strings/str_cat.h"

namespace charley::testing {
namespace {

// Clears the screen, moves the cursor, sets a title, rings, reverses the reading order.
constexpr char kHostile[] = "\x1b[2J\x1b]0;title\x07\r\b\x7f\u009b5A\u202Ehostile";

void MakeHostile(google::protobuf::Message& message) {
  using google::protobuf::FieldDescriptor;
  const google::protobuf::Reflection& fields = *message.GetReflection();
  std::vector<const FieldDescriptor*> set;
  fields.ListFields(message, &set);
  for (const FieldDescriptor* field : set) {
    const int count = field->is_repeated() ? fields.FieldSize(message, field) : 0;
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING && !field->is_repeated()) {
      fields.SetString(&message, field, kHostile);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      for (int i = 0; i < count; ++i) fields.SetRepeatedString(&message, field, i, kHostile);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field->is_repeated()) {
      MakeHostile(*fields.MutableMessage(&message, field));
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      for (int i = 0; i < count; ++i) {
        MakeHostile(*fields.MutableRepeatedMessage(&message, field, i));
      }
    }
  }
}

v1::AskResponse Hostile() {
  v1::AskResponse response = CannedTwoAnswers();
  *response.mutable_explanation() = CannedExplanation().explanation();
  *response.mutable_clinician_advice() = CannedClinicianAdvice().clinician_advice();
  MakeHostile(response);
  return response;
}

v1::AskResponse ReplyTo(const std::string& question) {
  if (question == "two answers") return CannedTwoAnswers();
  if (question == "clarify") return CannedClarification();
  if (question == "not covered") return CannedNotCovered();
  if (question == "small talk") return CannedSmallTalk();
  if (question == "clinician") return CannedClinicianAdvice();
  if (question == "emergency") return CannedEscalation();
  if (question == "explain") return CannedExplanation();
  if (question == "hostile") return Hostile();
  if (question == "nothing") return {};
  return CannedAnswer();
}

grpc::Status Error(grpc::StatusCode code, const std::string& message) {
  // The service sends details with each error; clients look only at whether there are any.
  return grpc::Status(
      code,
      absl::StrCat(message, "\nIf this may be an emergency, call your local emergency number."),
      "details");
}

constexpr const char* kTopicIds[] = {"night-cramps-why", "stop-a-cramp", "magnesium"};
constexpr const char* kTopicTitles[] = {"Why do I get cramps at night?",
                                        "How do I stop a cramp right now?", "Does magnesium help?"};
constexpr const char* kTopicThemes[] = {"Cramps at night", "Stop a cramp", "Stop a cramp"};

}  // namespace

FakeAssistant::FakeAssistant() {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(this);
  server_ = builder.BuildAndStart();
  address_ = absl::StrCat("127.0.0.1:", port);
}

FakeAssistant::~FakeAssistant() { server_->Shutdown(); }

std::vector<v1::AskRequest> FakeAssistant::Requests() const {
  absl::MutexLock lock(&mutex_);
  return requests_;
}

void FakeAssistant::SetServing(bool serving) {
  server_->GetHealthCheckService()->SetServingStatus(serving);
}

grpc::Status FakeAssistant::Ask(grpc::ServerContext*, const v1::AskRequest* request,
                                v1::AskResponse* response) {
  absl::MutexLock lock(&mutex_);
  requests_.push_back(*request);
  released_ = released_ || request->question() == "release";
  if (request->question() == "hold") mutex_.Await(absl::Condition(&released_));
  if (request->question() == "refuse") {
    return Error(grpc::StatusCode::INVALID_ARGUMENT,
                 "question has 2100 characters, at most 2000 are answered: ask it in fewer words.");
  }
  if (request->question() == "break") return Error(grpc::StatusCode::INTERNAL, "it broke");
  *response = ReplyTo(request->question());
  return grpc::Status::OK;
}

grpc::Status FakeAssistant::ListTopics(grpc::ServerContext*, const v1::ListTopicsRequest* request,
                                       v1::ListTopicsResponse* response) {
  const size_t page = request->page_token().size();  // "", "x", "xx"
  v1::TopicSummary& topic = *response->add_topics();
  topic.set_topic_id(kTopicIds[page]);
  topic.set_title(kTopicTitles[page]);
  topic.set_theme(kTopicThemes[page]);
  if (page + 1 < std::size(kTopicIds)) response->set_next_page_token(request->page_token() + "x");
  response->set_pack_version("cramps@0123456789ab");
  return grpc::Status::OK;
}

grpc::Status FakeAssistant::GetTopic(grpc::ServerContext*, const v1::GetTopicRequest* request,
                                     v1::GetTopicResponse* response) {
  if (request->topic_id() != "night-cramps-why") {
    return Error(grpc::StatusCode::NOT_FOUND, "topic_id names no topic of the loaded pack.");
  }
  const v1::AskResponse canned = CannedAnswer();
  *response->mutable_answer() = canned.answer();
  response->set_theme("Cramps at night");
  response->set_urgency(v1::URGENCY_SELF_CARE);
  *response->mutable_related() = canned.suggestions();
  response->set_safety_net(canned.safety_net());
  response->set_pack_version(canned.pack_version());
  return grpc::Status::OK;
}

grpc::Status FakeAssistant::GetSource(grpc::ServerContext*, const v1::GetSourceRequest* request,
                                      v1::GetSourceResponse* response) {
  if (request->source_id() != "article") {
    return Error(grpc::StatusCode::NOT_FOUND, "source_id names no source of the loaded pack.");
  }
  v1::Source& source = *response->mutable_source();
  source.set_source_id("article");
  source.set_title("Leg Cramps and Spasms");
  source.set_publisher("Muscle & Joint Clinic");
  source.set_author("Dr. Malik");
  source.set_date("2025-12-24");
  source.set_read_on("2026-11-23");
  source.set_review_due("2027-11-23");
  *response->mutable_citations() = CannedAnswer().answer().citations();
  response->set_pack_version("cramps@0123456789ab");
  return grpc::Status::OK;
}

}  // namespace charley::testing
