#include "service/rpc/ratings.h"

#include <gmock/gmock.h>

#include <thread>
#include <vector>

#include "tests/support/test_pack.h"

namespace charley::rpc {
namespace {

using ::charley::testing::MakeTestPack;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Ratings, CountNothingBeforeThereAreTopics) {
  Ratings ratings;
  EXPECT_FALSE(ratings.Count("heat", v1::RATING_HELPFUL));
  EXPECT_THAT(ratings.Rated(), IsEmpty());
}

TEST(Ratings, KeepCountsOfTopicsThatStayAndDropOthers) {
  knowledge::v1::Pack pack = MakeTestPack();
  Ratings ratings;
  ratings.SetTopics(pack);
  EXPECT_TRUE(ratings.Count("stop-a-cramp", v1::RATING_HELPFUL));
  EXPECT_TRUE(ratings.Count("heat", v1::RATING_HELPFUL));
  pack.mutable_topics()->RemoveLast();  // heat
  ratings.SetTopics(pack);
  ASSERT_THAT(ratings.Rated(), SizeIs(1));
  EXPECT_EQ(ratings.Rated()[0].topic_id, "stop-a-cramp");
  EXPECT_FALSE(ratings.Count("heat", v1::RATING_HELPFUL));
}

TEST(Ratings, LoseNoCountFromSeveralThreads) {
  Ratings ratings;
  ratings.SetTopics(MakeTestPack());
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 1000; ++j) ratings.Count("heat", v1::RATING_NOT_HELPFUL);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(ratings.Rated()[0].not_helpful, 4000);
}

}  // namespace
}  // namespace charley::rpc
