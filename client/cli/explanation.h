// Why Charley said what it said, for curators and developers.

#ifndef CHARLEY_CLIENT_CLI_EXPLANATION_H_
#define CHARLEY_CLIENT_CLI_EXPLANATION_H_

#include "charley/v1/assistant.pb.h"
#include "client/cli/page.h"

namespace charley::cli {

// Writes how the message was read, the rules and topics considered with their matched words and
// scores, and the steps of the decision.
void RenderExplanation(const v1::Explanation& explanation, Page& page);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_EXPLANATION_H_
