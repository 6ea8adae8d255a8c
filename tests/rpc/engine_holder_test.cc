#include "service/rpc/engine_holder.h"

#include <gtest/gtest.h>

#include "tests/support/test_pack.h"

namespace charley::rpc {
namespace {

TEST(EngineHolder, HoldsNothingAtFirst) { EXPECT_EQ(EngineHolder().Get(), nullptr); }

TEST(EngineHolder, KeepsAnEngineForThoseWhoHaveIt) {
  EngineHolder holder;
  holder.Set(testing::MakeTestEngine("one"));
  const auto one = holder.Get();
  holder.Set(testing::MakeTestEngine("two"));
  EXPECT_EQ(one->version(), "test@one");
  EXPECT_EQ(holder.Get()->version(), "test@two");
}

TEST(EngineHolder, LetsAnEngineGoWithItsLastUser) {
  EngineHolder holder;
  holder.Set(testing::MakeTestEngine("one"));
  const std::weak_ptr<const answer::Engine> one = holder.Get();
  holder.Set(testing::MakeTestEngine("two"));
  EXPECT_TRUE(one.expired());
}

}  // namespace
}  // namespace charley::rpc
