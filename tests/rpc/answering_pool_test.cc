#include "service/rpc/answering_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

// A call that gRPC does not know of: it keeps the status that it is finished with to itself.
class FakeReactor final : public grpc::ServerUnaryReactor {
 public:
  void OnDone() override {}
};

// Calls, told apart by their place.
class Calls {
 public:
  explicit Calls(size_t count) : reactors_(count) {}

  ArrivedCall operator[](size_t i) {
    ArrivedCall call{};
    call.reactor = &reactors_[i];
    return call;
  }
  size_t PlaceOf(const ArrivedCall& call) const {
    return static_cast<size_t>(static_cast<const FakeReactor*>(call.reactor) - reactors_.data());
  }

 private:
  std::vector<FakeReactor> reactors_;
};

class CountingObserver final : public CallObserver {
 public:
  void OnCall(const CallRecord&) override { ++calls_; }
  int calls() const { return calls_; }

 private:
  std::atomic<int> calls_ = 0;
};

class AnsweringPoolTest : public ::testing::Test {
 protected:
  CountingObserver observer_;
};

TEST_F(AnsweringPoolTest, AnswersACallThatComesAloneOnTheThreadThatBroughtIt) {
  Calls calls(1);
  std::thread::id answered_by;
  AnsweringPool pool(2, observer_, [&](const ArrivedCall&) {
    answered_by = std::this_thread::get_id();
    return AnsweredCall{};
  });
  pool.Take(calls[0]);
  EXPECT_EQ(answered_by, std::this_thread::get_id());
}

TEST_F(AnsweringPoolTest, AnswersACallThatComesMeanwhileOnAThreadOfItsOwn) {
  Calls calls(2);
  absl::Notification first_begun;
  absl::Notification second_done;
  std::thread::id second_by;
  AnsweringPool pool(1, observer_, [&](const ArrivedCall& call) {
    if (calls.PlaceOf(call) == 0) {
      first_begun.Notify();
      second_done.WaitForNotification();  // never comes if the second call waits for the first
    } else {
      second_by = std::this_thread::get_id();
      second_done.Notify();
    }
    return AnsweredCall{};
  });
  std::thread first([&] { pool.Take(calls[0]); });
  first_begun.WaitForNotification();
  pool.Take(calls[1]);
  second_done.WaitForNotification();
  EXPECT_NE(second_by, std::this_thread::get_id());
  EXPECT_NE(second_by, first.get_id());
  first.join();
}

TEST_F(AnsweringPoolTest, LeavesACallThatFindsTooManyBeforeItToTheThreadThatBroughtIt) {
  const size_t most = limits::kMostWaitingCalls;
  Calls calls(most + 3);
  absl::Notification first_begun;
  absl::Notification second_begun;
  absl::Notification go_on;
  std::thread::id last_by;
  absl::BlockingCounter all_done(static_cast<int>(most) + 3);
  AnsweringPool pool(1, observer_, [&](const ArrivedCall& call) {
    const size_t place = calls.PlaceOf(call);
    if (place < 2) {
      (place == 0 ? first_begun : second_begun).Notify();
      go_on.WaitForNotification();
    }
    if (place == most + 2) last_by = std::this_thread::get_id();
    all_done.DecrementCount();
    return AnsweredCall{};
  });
  // One call keeps the thread that brought it busy, the next one the pool's only thread.
  std::thread first([&] { pool.Take(calls[0]); });
  first_begun.WaitForNotification();
  pool.Take(calls[1]);
  second_begun.WaitForNotification();
  for (size_t i = 2; i < most + 3; ++i) pool.Take(calls[i]);
  EXPECT_EQ(last_by, std::this_thread::get_id());
  go_on.Notify();
  all_done.Wait();
  first.join();
}

TEST_F(AnsweringPoolTest, AnswersAndTellsOfWhatStillWaitsWhenItEnds) {
  constexpr size_t kCalls = 100;
  Calls calls(kCalls);
  std::vector<int> answers(kCalls);
  absl::Notification first_begun;
  absl::Notification go_on;
  std::thread first;
  {
    AnsweringPool pool(1, observer_, [&](const ArrivedCall& call) {
      const size_t place = calls.PlaceOf(call);
      if (place == 0) {
        first_begun.Notify();
        go_on.WaitForNotification();
      }
      ++answers[place];
      return AnsweredCall{};
    });
    first = std::thread([&] { pool.Take(calls[0]); });
    first_begun.WaitForNotification();
    for (size_t i = 1; i < kCalls; ++i) pool.Take(calls[i]);
    go_on.Notify();
    first.join();
  }
  EXPECT_EQ(answers, std::vector<int>(kCalls, 1));
  EXPECT_EQ(observer_.calls(), static_cast<int>(kCalls));
}

}  // namespace
}  // namespace charley::rpc
