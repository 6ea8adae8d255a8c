#include "service/server/log_writer.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/notification.h"
#include "service/answer/limits.h"

namespace charley::server {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> Lines(const std::string& text) {
  return absl::StrSplit(absl::StripSuffix(text, "\n"), '\n');
}

// Keeps what is written, in the pieces in which it comes.
struct Kept {
  std::vector<std::string> pieces;
  LogSink Sink() {
    return [this](absl::string_view lines) { pieces.emplace_back(lines); };
  }
};

// A sink that is stuck from the first piece until it is let go.
struct Stuck {
  absl::Notification reached;
  absl::Notification released;
  Kept kept;
  LogSink Sink() {
    return [this, keep = kept.Sink()](absl::string_view lines) {
      keep(lines);
      if (kept.pieces.size() > 1) return;
      reached.Notify();
      released.WaitForNotification();
    };
  }
};

TEST(LogWriter, WritesWhatStillWaitsWhenItEnds) {
  Kept kept;
  {
    LogWriter writer(kept.Sink());
    writer.Add("one\n");
    writer.Add("two\n");
  }
  EXPECT_EQ(absl::StrJoin(kept.pieces, ""), "one\ntwo\n");
}

TEST(LogWriter, WritesALineWithoutWaitingForMore) {
  Stuck stuck;
  LogWriter writer(stuck.Sink());
  writer.Add("alone\n");
  stuck.reached.WaitForNotification();
  EXPECT_THAT(stuck.kept.pieces, ElementsAre("alone\n"));
  stuck.released.Notify();
}

TEST(LogWriter, WritesInOnePieceWhatCameMeanwhile) {
  Stuck stuck;
  {
    LogWriter writer(stuck.Sink());
    writer.Add("first\n");
    stuck.reached.WaitForNotification();
    for (int i = 0; i < 100; ++i) writer.Add(absl::StrCat(i, "\n"));
    stuck.released.Notify();
  }
  ASSERT_THAT(stuck.kept.pieces, SizeIs(2));
  EXPECT_THAT(Lines(stuck.kept.pieces[1]), SizeIs(100));
}

TEST(LogWriter, KeepsTheOrderOfEachThread) {
  constexpr int kThreads = 4;
  constexpr int kLines = 2000;
  Kept kept;
  {
    LogWriter writer(kept.Sink());
    std::vector<std::thread> threads;
    for (int name = 0; name < kThreads; ++name) {
      threads.emplace_back([&writer, name] {
        for (int i = 0; i < kLines; ++i) writer.Add(absl::StrCat(name, " ", i, "\n"));
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  std::vector<int> next(kThreads, 0);
  for (const std::string& line : Lines(absl::StrJoin(kept.pieces, ""))) {
    const std::vector<std::string> words = absl::StrSplit(line, ' ');
    ASSERT_THAT(words, SizeIs(2)) << line;
    int& expected = next[std::stoul(words[0])];
    EXPECT_EQ(words[1], absl::StrCat(expected));
    ++expected;
  }
  EXPECT_THAT(next, ::testing::Each(kLines));
}

TEST(LogWriter, DropsAndCountsWhatAStuckSinkDoesNotTake) {
  const std::string line = std::string(1023, 'x') + "\n";
  constexpr int kMore = 10;
  constexpr int kFitting = limits::kMostWaitingLogBytes / 1024;
  Stuck stuck;
  {
    LogWriter writer(stuck.Sink());
    writer.Add("first\n");
    stuck.reached.WaitForNotification();
    for (int i = 0; i < kFitting; ++i) writer.Add(line);
    for (int i = 0; i < kMore; i += 2) writer.Add(line + line);
    stuck.released.Notify();
  }
  ASSERT_THAT(stuck.kept.pieces, SizeIs(3));
  EXPECT_THAT(Lines(stuck.kept.pieces[1]), SizeIs(kFitting));
  const auto told = nlohmann::json::parse(stuck.kept.pieces[2]);
  EXPECT_EQ(told["event"], "log_lines_dropped");
  EXPECT_EQ(told["lines"], kMore);
}

}  // namespace
}  // namespace charley::server
