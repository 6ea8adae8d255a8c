// Another pack is taken up while questions are being answered.

#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::kOutOfScope;

constexpr int kSwaps = 200;

// Every text of a reply that ends with its edition.
std::vector<std::string> TextsOf(const v1::AskResponse& response) {
  if (response.has_escalation()) {
    return {response.escalation().action(), response.escalation().reason(),
            response.escalation().citations(0).title()};
  }
  std::vector<std::string> texts = {response.safety_net()};
  if (response.has_answer()) {
    texts.push_back(response.answer().text());
    texts.push_back(response.answer().citations(0).title());
  }
  if (response.has_not_covered()) texts.push_back(response.not_covered().text());
  return texts;
}

class ReloadTest : public ServiceTest {
 protected:
  // Fails the test unless the whole reply is of the edition that its version names.
  static void ExpectOneEdition(const v1::AskResponse& response) {
    const std::string edition = response.pack_version().substr(sizeof("test@") - 1);
    ASSERT_TRUE(edition == "one" || edition == "two") << response.pack_version();
    for (const std::string& text : TextsOf(response)) {
      EXPECT_TRUE(absl::EndsWith(text, " " + edition)) << text << " in " << edition;
    }
  }

  void AskUntil(const std::atomic<bool>& stopped, std::atomic<int>& replies) {
    const char* questions[] = {kNightQuestion, kChestPain, kOutOfScope};
    for (size_t i = 0; !stopped; ++i) {
      grpc::ClientContext context;
      v1::AskRequest request;
      v1::AskResponse response;
      request.set_question(questions[i % 3]);
      const grpc::Status status = stub_->Ask(&context, request, &response);
      ASSERT_TRUE(status.ok()) << status.error_message();
      ExpectOneEdition(response);
      ++replies;
    }
  }
};

TEST_F(ReloadTest, EveryReplyIsWhollyOfOnePack) {
  const auto one = testing::MakeTestEngine("one");
  const auto two = testing::MakeTestEngine("two");
  engines_.Set(one);
  std::atomic<bool> stopped = false;
  std::atomic<int> replies = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 3; ++i) clients.emplace_back([&] { AskUntil(stopped, replies); });
  for (int i = 0; i < kSwaps; ++i) {
    engines_.Set(i % 2 == 0 ? two : one);
    const int before = replies;
    while (replies < before + 2 && !HasFailure()) std::this_thread::yield();
  }
  stopped = true;
  for (std::thread& client : clients) client.join();
  EXPECT_GE(replies, 2 * kSwaps);
}

}  // namespace
}  // namespace charley::rpc
