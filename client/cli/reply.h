// What Charley says, laid out for a reader.

#ifndef CHARLEY_CLIENT_CLI_REPLY_H_
#define CHARLEY_CLIENT_CLI_REPLY_H_

#include <string>
#include <vector>

#include "charley/v1/assistant.pb.h"
#include "client/cli/page.h"
#include "client/cli/source_list.h"

namespace charley::cli {

// What a reply comes to, for exit codes and for the conversation.
enum class Outcome {
  kAnswered,    // an answer, a question back, or small talk
  kEscalated,   // urgent care
  kNotCovered,  // the pack does not answer this
  kUnreadable,  // no part of the reply is known to this client
};

// The outcome of a reply. An urgent level counts as escalated even when the card itself is missing.
Outcome OutcomeOf(const v1::AskResponse& response);

// How much of the sources a reply shows.
enum class SourceDetail { kFull, kBrief };

// Writes a reply: the emergency alone, or else advice to see a clinician, the reply, the sources,
// when to get help, what to ask next (numbered as in `Choices`), and the explanation when there is
// one.
void RenderReply(const v1::AskResponse& response, SourceDetail detail, Page& page);

// The sources of every part of a reply, numbered as `RenderReply` numbers them.
SourceList SourcesOf(const v1::AskResponse& response);

// The questions that a reply offers by number: the options of a question back, or else the related
// questions.
std::vector<std::string> Choices(const v1::AskResponse& response);

// Writes numbered questions under `heading`; nothing when there are none.
void RenderQuestions(absl::string_view heading, const std::vector<std::string>& questions,
                     Page& page);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_REPLY_H_
