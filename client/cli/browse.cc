#include "client/cli/browse.h"

#include "client/cli/catalogue.h"
#include "client/cli/exit_code.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

// Writes what a call gave, in the form asked for.
template <typename Response>
int Show(Session& session, const grpc::Status& status, const Response& response,
         void (*render)(const Response&, Page&)) {
  if (!status.ok()) return session.FailCall(status);
  if (session.options().json) {
    session.WriteJson(response);
  } else {
    Page page = session.NewPage();
    render(response, page);
    session.Write(page);
  }
  return kExitAnswered;
}

}  // namespace

int ListTopics(Session& session) {
  v1::ListTopicsResponse response;
  const grpc::Status status = session.client().ListTopics(response);
  return Show(session, status, response, &RenderTopics);
}

int ShowTopic(Session& session) {
  v1::GetTopicResponse response;
  const grpc::Status status = session.client().GetTopic(RepairUtf8(session.options().id), response);
  return Show(session, status, response, &RenderTopic);
}

int ShowSource(Session& session) {
  v1::GetSourceResponse response;
  const grpc::Status status =
      session.client().GetSource(RepairUtf8(session.options().id), response);
  return Show(session, status, response, &RenderSource);
}

}  // namespace charley::cli
