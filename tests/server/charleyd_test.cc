// The program: its ready line, its signals, its exit codes, its log.

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <signal.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "charleyd_path.h"
#include "tests/server/child_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pack.h"

namespace charley::server {
namespace {

using ::charley::testing::ChildProcess;
using ::charley::testing::kNightQuestion;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

class CharleydTest : public ::testing::Test {
 protected:
  ChildProcess Run(const std::string& grpc_address) {
    return ChildProcess({kCharleydPath, "--pack", pack_, "--grpc", grpc_address, "--http",
                         "127.0.0.1:0", "--log-level", "debug"},
                        folder_.File(absl::StrCat("errors-", ++runs_)));
  }

  // The address that the ready line names.
  static std::string AddressOf(const std::string& ready_line) {
    EXPECT_THAT(ready_line, MatchesRegex("ready grpc=127\\.0\\.0\\.1:[1-9][0-9]* http=[^ ]+"));
    const std::vector<std::string> words = absl::StrSplit(ready_line, ' ');
    return words.size() < 2 ? "" : std::string(absl::StripPrefix(words[1], "grpc="));
  }

  static v1::AskResponse Ask(const std::string& address, const std::string& question) {
    const auto stub = v1::AssistantService::NewStub(
        grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
    grpc::ClientContext context;
    v1::AskRequest request;
    v1::AskResponse response;
    request.set_question(question);
    const grpc::Status status = stub->Ask(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  testing::TemporaryFolder folder_;
  const std::string pack_ = folder_.File("test.db");
  int runs_ = 0;
};

TEST_F(CharleydTest, SaysWhenItServesAndAnswers) {
  const std::string version = testing::WriteTestPack(pack_);
  ChildProcess charleyd = Run("127.0.0.1:0");
  const v1::AskResponse response = Ask(AddressOf(charleyd.ReadLine()), kNightQuestion);
  EXPECT_EQ(response.answer().topic_id(), "night-cramps");
  EXPECT_EQ(response.pack_version(), version);
}

TEST_F(CharleydTest, ExitsWithZeroWhenAskedToStop) {
  testing::WriteTestPack(pack_);
  for (const int signal : {SIGTERM, SIGINT}) {
    ChildProcess charleyd = Run("127.0.0.1:0");
    AddressOf(charleyd.ReadLine());
    charleyd.Signal(signal);
    EXPECT_EQ(charleyd.Wait(), 0);
    EXPECT_THAT(charleyd.Errors(), HasSubstr("\"event\":\"stopped\""));
  }
}

TEST_F(CharleydTest, TakesUpANewPackOnHangupAndKeepsItWhenTheNextIsBad) {
  testing::WriteTestPack(pack_, "one");
  ChildProcess charleyd = Run("127.0.0.1:0");
  const std::string address = AddressOf(charleyd.ReadLine());
  const std::string two = testing::WriteTestPack(pack_, "two");
  charleyd.Signal(SIGHUP);
  ASSERT_TRUE(charleyd.WaitForError(two));
  EXPECT_EQ(Ask(address, kNightQuestion).pack_version(), two);
  folder_.Write("test.db", "no database");
  charleyd.Signal(SIGHUP);
  ASSERT_TRUE(charleyd.WaitForError("pack_refused"));
  EXPECT_EQ(Ask(address, kNightQuestion).pack_version(), two);
}

TEST_F(CharleydTest, StartsWithoutAPackAndEscalates) {
  ChildProcess charleyd = Run("127.0.0.1:0");
  EXPECT_TRUE(Ask(AddressOf(charleyd.ReadLine()), "I have chest pain").has_escalation());
}

TEST_F(CharleydTest, SaysInOneLineThatItsPortIsTaken) {
  testing::WriteTestPack(pack_);
  ChildProcess first = Run("127.0.0.1:0");
  const std::string address = AddressOf(first.ReadLine());
  ChildProcess second({kCharleydPath, "--pack", pack_, "--grpc", address, "--log-level", "error"},
                      folder_.File("errors-second"));
  EXPECT_EQ(second.ReadLine(), "");
  EXPECT_EQ(second.Wait(), 1);
  EXPECT_THAT(second.Errors(),
              MatchesRegex("charleyd: cannot listen on [^\n]+; choose another with --grpc\n"));
}

TEST_F(CharleydTest, LogsNoWordThatAPatientTypes) {
  constexpr char kCanary[] = "zqcanary7xk";
  testing::WriteTestPack(pack_);
  ChildProcess charleyd = Run("127.0.0.1:0");
  const std::string address = AddressOf(charleyd.ReadLine());
  Ask(address, kCanary);
  Ask(address, absl::StrCat(testing::kChestPain, " ", kCanary));
  charleyd.Signal(SIGTERM);
  EXPECT_EQ(charleyd.Wait(), 0);
  EXPECT_THAT(charleyd.Errors(), HasSubstr("\"event\":\"call\""));
  EXPECT_THAT(charleyd.Errors(), Not(HasSubstr(kCanary)));
  for (const absl::string_view line : absl::StrSplit(charleyd.Errors(), '\n', absl::SkipEmpty())) {
    EXPECT_TRUE(absl::StartsWith(line, "{\"time\":") && absl::EndsWith(line, "}")) << line;
  }
}

TEST_F(CharleydTest, ExitsWithTwoWhenItIsUsedWrongly) {
  ChildProcess charleyd({kCharleydPath, "--nope"}, folder_.File("errors"));
  EXPECT_EQ(charleyd.Wait(), 2);
  EXPECT_THAT(charleyd.Errors(), HasSubstr("--help"));
}

}  // namespace
}  // namespace charley::server
