// `charley chat`.

#ifndef CHARLEY_CLIENT_CLI_CHAT_H_
#define CHARLEY_CLIENT_CLI_CHAT_H_

#include "client/cli/line_reader.h"
#include "client/cli/session.h"

namespace charley::cli {

// Keeps a conversation until the reader ends: a number chooses an offered question, /new starts
// afresh, /sources shows where the last reply comes from, /help and /quit do what they say. With
// --json each reply is one line of JSON and nothing else is written to standard output. Returns the
// exit code: 0, or that of the last call that failed when none succeeded after it.
int Chat(Session& session, LineReader& lines);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_CHAT_H_
