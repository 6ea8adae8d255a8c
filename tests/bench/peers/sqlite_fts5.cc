// SQLite FTS5 as a peer: every training text a row, the nearest 30 by bm25 vote for their topics.
//
//   peer_sqlite_fts5 porter|trigram build TRAINING.jsonl MODEL
//   peer_sqlite_fts5 porter|trigram answer MODEL < questions
//
// Of the numbers of votes from 1 to 100, 30 found the topic most often on the tuning sets; the
// topics' share of the votes, beside the out-of-scope texts, refused better than any score.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/sqlite.h"
#include "knowledge/status_macros.h"
#include "nlohmann/json.hpp"
#include "tests/bench/peers/peer.h"

namespace {

using charley::bench::PeerAnswer;
using charley::knowledge::Database;
using charley::knowledge::Statement;
using Terms = std::set<std::string>;

absl::Status Build(bool trigram, const std::string& training, const std::string& model) {
  ASSIGN_OR_RETURN(Database database, Database::Create(model));
  RETURN_IF_ERROR(database.Run(
      absl::StrCat("CREATE VIRTUAL TABLE texts USING fts5(topic UNINDEXED, text, tokenize='",
                   trigram ? "trigram" : "porter unicode61", "'); BEGIN")
          .c_str()));
  ASSIGN_OR_RETURN(Statement insert, database.Prepare("INSERT INTO texts VALUES (?, ?)"));
  std::ifstream file(training);
  for (std::string line; std::getline(file, line);) {
    const auto text = nlohmann::json::parse(line);
    RETURN_IF_ERROR(insert.BindText(1, text.at("topic").get<std::string>()));
    RETURN_IF_ERROR(insert.BindText(2, text.at("text").get<std::string>()));
    RETURN_IF_ERROR(insert.Step().status());
  }
  return database.Run("COMMIT; INSERT INTO texts(texts) VALUES ('optimize')");
}

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
}

Terms WordsOf(const std::string& text) {
  Terms words;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t begin = i;
    while (i < text.size() && IsWordByte(text[i])) ++i;
    if (i > begin) words.insert(text.substr(begin, i - begin));
  }
  return words;
}

// Every three characters of UTF-8 that stand together.
Terms TrigramsOf(const std::string& text) {
  std::vector<size_t> starts;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(text.size());
  Terms trigrams;
  for (size_t i = 0; i + 3 < starts.size(); ++i) {
    trigrams.insert(text.substr(starts[i], starts[i + 3] - starts[i]));
  }
  return trigrams;
}

// Any of the terms: a string of FTS5's query language, in which each term is quoted.
std::string AnyOf(const Terms& terms) {
  return absl::StrJoin(terms, " OR ", [](std::string* out, const std::string& term) {
    out->push_back('"');
    for (const char c : term) out->append(c == '"' ? 2 : 1, c);
    out->push_back('"');
  });
}

absl::StatusOr<PeerAnswer> Answer(Statement& nearest, const Terms& terms) {
  if (terms.empty()) return PeerAnswer{};
  RETURN_IF_ERROR(nearest.BindText(1, AnyOf(terms)));
  std::map<std::string, double> votes;
  double all = 0;
  for (;;) {
    ASSIGN_OR_RETURN(const bool row, nearest.Step());
    if (!row) break;
    const double bm25 = std::stod(std::string(nearest.Bytes(1)));
    votes[std::string(nearest.Bytes(0))] += bm25;
    all += bm25;
  }
  const double none = votes[""];
  votes.erase("");
  if (votes.empty()) return PeerAnswer{};
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return PeerAnswer{{best->first}, 1 - none / all, ""};
}

absl::Status AnswerAll(bool trigram, const std::string& model) {
  ASSIGN_OR_RETURN(Database database, Database::OpenReadOnly(model));
  RETURN_IF_ERROR(database.Run("PRAGMA cell_size_check = off; PRAGMA cache_size = -65536"));
  ASSIGN_OR_RETURN(Statement nearest,
                   database.Prepare("SELECT topic, -rank FROM texts WHERE texts MATCH ? "
                                    "ORDER BY rank LIMIT 30"));
  absl::Status failure;
  charley::bench::AnswerQuestions([&](const charley::bench::Question& question) {
    auto answer = Answer(nearest, trigram ? TrigramsOf(question.text) : WordsOf(question.text));
    if (!answer.ok()) failure = answer.status();
    return answer.ok() ? *answer : PeerAnswer{};
  });
  return failure;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool trigram = !arguments.empty() && arguments[0] == "trigram";
  absl::Status status = absl::InvalidArgumentError(
      "usage: peer_sqlite_fts5 porter|trigram build TRAINING MODEL, or answer MODEL");
  if (arguments.size() == 4 && arguments[1] == "build") {
    status = Build(trigram, arguments[2], arguments[3]);
  } else if (arguments.size() == 3 && arguments[1] == "answer") {
    status = AnswerAll(trigram, arguments[2]);
  }
  if (!status.ok()) std::cerr << status << "\n";
  return status.ok() ? 0 : 1;
}
