// Topics and sources, laid out for a reader.

#ifndef CHARLEY_CLIENT_CLI_CATALOGUE_H_
#define CHARLEY_CLIENT_CLI_CATALOGUE_H_

#include "charley/v1/assistant.pb.h"
#include "client/cli/page.h"

namespace charley::cli {

// Writes topics under their themes, in the order given: id, then question.
void RenderTopics(const v1::ListTopicsResponse& topics, Page& page);

// Writes one topic: its answer, sources, when to get help, and related questions.
void RenderTopic(const v1::GetTopicResponse& topic, Page& page);

// Writes one source: who published and reviewed it, and each place that a topic cites.
void RenderSource(const v1::GetSourceResponse& source, Page& page);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_CATALOGUE_H_
