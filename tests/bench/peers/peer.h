// What the C++ peers of the comparison share: questions in, answers out.

#ifndef CHARLEY_TESTS_BENCH_PEERS_PEER_H_
#define CHARLEY_TESTS_BENCH_PEERS_PEER_H_

#include <functional>
#include <string>
#include <vector>

namespace charley::bench {

// One question: the whole conversation as one text, and the same in parts.
struct Question {
  std::string text;
  std::string question;
  std::vector<std::string> earlier;  // oldest first
};

// What a peer makes of it.
struct PeerAnswer {
  std::vector<std::string> topics;  // the best one; those offered, where a peer asks back
  double score = 0;                 // the higher, the surer that the pack answers
  std::string reply;                // "answer" unless the peer decides by itself
};

// Answers each question of standard input (a JSON object a line: "id", "text", "question",
// "earlier") by a line of standard output: "id", "topics", "score", "reply", "micros", which is the
// processor time of `answer`. The first kWarmUp questions are asked twice, untimed at first. The
// last line holds "resident_mib". Returns the program's exit code.
int AnswerQuestions(const std::function<PeerAnswer(const Question&)>& answer);

inline constexpr int kWarmUp = 200;

}  // namespace charley::bench

#endif  // CHARLEY_TESTS_BENCH_PEERS_PEER_H_
