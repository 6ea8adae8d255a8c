// What a patient said earlier.

#ifndef CHARLEY_CLIENT_CLI_CONVERSATION_H_
#define CHARLEY_CLIENT_CLI_CONVERSATION_H_

#include <cstddef>
#include <string>
#include <vector>

#include "charley/v1/assistant.pb.h"

namespace charley::cli {

// The patient's messages of one conversation, in memory alone. Keeps within what the service takes
// (`AskRequest.earlier`) by forgetting the oldest message that raised no emergency: a red flag must
// last as long as the conversation.
class Conversation {
 public:
  // Messages that one request may carry besides the question.
  static constexpr size_t kMostMessages = 50;

  // Bytes of messages kept: with a question and the framing, under the service's 64 KiB a request.
  static constexpr size_t kMostBytes = 48 * 1024;

  // Adds the message that was just answered, in UTF-8. `escalated`: the reply was an emergency.
  void Add(std::string message, bool escalated);

  void Clear() { messages_.clear(); }

  // Fills in `AskRequest.earlier`, oldest first.
  void CopyTo(v1::AskRequest& request) const;

 private:
  struct Message {
    std::string text;
    bool escalated;
  };

  bool IsTooLong() const;
  void Forget();

  std::vector<Message> messages_;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_CONVERSATION_H_
