#include "client/cli/conversation.h"

#include <algorithm>
#include <utility>

namespace charley::cli {

void Conversation::Add(std::string message, bool escalated) {
  messages_.push_back({std::move(message), escalated});
  while (IsTooLong()) Forget();
}

void Conversation::CopyTo(v1::AskRequest& request) const {
  for (const Message& message : messages_) request.add_earlier(message.text);
}

bool Conversation::IsTooLong() const {
  size_t bytes = 0;
  for (const Message& message : messages_) bytes += message.text.size();
  return messages_.size() > kMostMessages || (bytes > kMostBytes && messages_.size() > 1);
}

void Conversation::Forget() {
  auto oldest = std::find_if(messages_.begin(), messages_.end(),
                             [](const Message& message) { return !message.escalated; });
  // Replies stay emergencies after the first red flag, which is therefore the one to keep.
  if (oldest == messages_.end()) oldest = messages_.begin() + 1;
  messages_.erase(oldest);
}

}  // namespace charley::cli
