#include "tests/bench/generate_pack.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"

namespace charley::bench {
namespace {

constexpr int kExamples = 12;
constexpr size_t kThemeWords = 8;
constexpr size_t kTitleWords = 6;
constexpr size_t kCommonWords = 150;  // half of all words of English text are among so many
constexpr double kZipf = 1.05;
constexpr int kParagraphs = 15;  // of the source

// SplitMix64 (Steele, Lea and Flood 2014): the standard library's distributions differ between
// machines.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  double Share() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }
  size_t Below(size_t end) { return static_cast<size_t>(Next() % end); }

 private:
  uint64_t state_;
};

// A pronounceable word for every number, all different.
std::string WordOf(size_t number) {
  constexpr std::array<const char*, 20> kStarts = {"b",  "c",  "d",  "f",  "g",  "h", "l",
                                                   "m",  "n",  "p",  "r",  "s",  "t", "v",
                                                   "st", "tr", "pl", "gr", "sh", "ch"};
  constexpr std::array<const char*, 15> kEnds = {"a",  "e",  "i",  "o",  "u",  "an", "en", "in",
                                                 "on", "ar", "er", "or", "al", "el", "ol"};
  std::string word;
  for (size_t rest = number + 1; rest > 0; rest /= 300) {
    absl::StrAppend(&word, kStarts[rest % 20], kEnds[rest / 20 % 15]);
  }
  return word;
}

// Words by rank, rank r with a probability in proportion to 1 / r^1.05.
class Zipf {
 public:
  explicit Zipf(size_t words) {
    double sum = 0;
    for (size_t rank = 1; rank <= words; ++rank) {
      sum += std::pow(static_cast<double>(rank), -kZipf);
      sums_.push_back(sum);
      words_.push_back(WordOf(rank));
    }
  }

  const std::string& Any(Random& random) const {
    const double at = random.Share() * sums_.back();
    const auto it = std::lower_bound(sums_.begin(), sums_.end(), at);
    return words_[static_cast<size_t>(it - sums_.begin())];
  }
  const std::string& Common(Random& random) const { return words_[random.Below(kCommonWords)]; }
  const std::string& Rare(Random& random) const {
    return words_[kCommonWords + random.Below(words_.size() - kCommonWords)];
  }

 private:
  std::vector<double> sums_;
  std::vector<std::string> words_;
};

std::string Sentence(const Zipf& words, const std::vector<std::string>& theme, Random& random,
                     size_t length) {
  std::string sentence;
  for (size_t i = 0; i < length; ++i) {
    const bool on_theme = i % 2 == 0 && random.Share() < 0.75;
    absl::StrAppend(&sentence, i == 0 ? "" : " ",
                    on_theme ? theme[random.Below(theme.size())] : words.Any(random));
  }
  return sentence;
}

std::string Question(const Zipf& words, const std::vector<std::string>& theme, Random& random) {
  const size_t length = 5 + random.Below(9);
  return Sentence(words, theme, random, length);
}

// Easy enough to read for the compiler: one word of the theme in a sentence of common ones.
std::string Answer(const Zipf& words, const std::vector<std::string>& theme, Random& random) {
  std::string answer;
  for (int k = 0; k < 6; ++k) {
    for (int i = 0; i < 7; ++i) absl::StrAppend(&answer, words.Common(random), " ");
    absl::StrAppend(&answer, theme[random.Below(theme.size())], ". ");
  }
  return answer;
}

void FillManifest(knowledge::v1::Pack& pack) {
  pack.mutable_manifest()->set_id("generated");
  pack.mutable_manifest()->set_language("en");
  auto& source = *pack.add_sources();
  source.set_id("article");
  source.set_title("Generated");
  source.set_publisher("Generated");
  source.set_paragraphs(kParagraphs);
}

}  // namespace

GeneratedPack GeneratePack(int topics, int questions, uint64_t seed) {
  GeneratedPack generated;
  Random random(seed);
  const auto size = static_cast<size_t>(40 * std::sqrt(static_cast<double>(topics) * 120)) + 2000;
  const Zipf words(size);
  FillManifest(generated.pack);
  std::vector<std::vector<std::string>> themes(static_cast<size_t>(topics));
  for (int i = 0; i < topics; ++i) {
    auto& theme = themes[static_cast<size_t>(i)];
    while (theme.size() < kThemeWords) theme.push_back(words.Rare(random));
    auto& topic = *generated.pack.add_topics();
    topic.set_id(absl::StrCat("topic-", i));
    topic.set_theme("Generated");
    topic.set_title(Sentence(words, theme, random, kTitleWords) + "?");
    topic.set_answer(Answer(words, theme, random));
    topic.set_level(knowledge::v1::LEVEL_SELF_CARE);
    for (int k = 0; k < kExamples; ++k) topic.add_examples(Question(words, theme, random));
    auto& citation = *topic.add_citations();
    citation.set_source_id("article");
    citation.set_paragraph(i % kParagraphs + 1);
    citation.set_quote(Sentence(words, theme, random, kTitleWords));
    citation.set_evidence(knowledge::v1::EVIDENCE_ARTICLE);
  }
  for (int i = 0; i < questions; ++i) {
    const size_t topic = random.Below(themes.size());
    generated.questions.push_back(Question(words, themes[topic], random));
    generated.topics.push_back(static_cast<int>(topic));
  }
  return generated;
}

}  // namespace charley::bench
