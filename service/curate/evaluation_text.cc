#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "service/curate/evaluation_report.h"

namespace charley::curate {
namespace {

constexpr int kNameWidth = 28;
constexpr size_t kMostWords = 6;  // that explain a confusion

std::string Row(absl::string_view name, const Tally& tally) {
  const Interval bounds = tally.Bounds();
  return absl::StrFormat("  %-*s %6.1f %%   %5.1f to %5.1f %%   %g of %d\n", kNameWidth, name,
                         100 * tally.Rate(), 100 * bounds.low, 100 * bounds.high, tally.credit,
                         tally.n);
}

void WriteRates(absl::string_view title, const Evaluation& evaluation, std::ostream& out) {
  out << title << " (rate, 95 % interval, count)\n";
  for (const MeasuredRate& rate : evaluation.rates) out << Row(NameOf(rate.measure), rate.all);
  out << "\n";
}

void WriteParts(const MeasuredRate& rate, absl::string_view part,
                const std::map<std::string, Tally>& tallies, std::ostream& out) {
  if (tallies.empty()) return;
  out << absl::StrCat(NameOf(rate.measure), ", by ", part, "\n");
  for (const auto& [name, tally] : tallies) out << Row(name, tally);
  out << "\n";
}

void WriteLoss(const Evaluation& plain, const Evaluation& disguised, std::ostream& out) {
  out << "Lost by that (points)\n";
  for (const MeasuredRate& rate : plain.rates) {
    out << absl::StrFormat("  %-*s %6.1f\n", kNameWidth, NameOf(rate.measure),
                           PointsLost(rate, *disguised.Find(rate.measure)));
  }
  out << "\n";
}

// Counted things, the commonest first.
std::vector<std::pair<int, std::string>> Commonest(const std::map<std::string, int>& counts) {
  std::vector<std::pair<int, std::string>> sorted;
  for (const auto& [name, count] : counts) sorted.emplace_back(-count, name);
  std::sort(sorted.begin(), sorted.end());
  for (auto& entry : sorted) entry.first = -entry.first;
  return sorted;
}

// "night 3, calf 2", or nothing.
std::string CountedWords(const std::map<std::string, int>& words) {
  std::vector<std::pair<int, std::string>> sorted = Commonest(words);
  if (sorted.size() > kMostWords) sorted.resize(kMostWords);
  return absl::StrJoin(sorted, ", ", [](std::string* out, const auto& word) {
    absl::StrAppend(out, word.second, " ", word.first);
  });
}

void WriteConfusions(const Evaluation& evaluation, std::ostream& out) {
  if (evaluation.confusions.empty()) return;
  std::map<std::string, int> times;
  for (const auto& [pair, confusion] : evaluation.confusions) times[pair] = confusion.times;
  out << "Confusions in scope (accepted paragraphs -> reply, times: words that spoke for it)\n";
  for (const auto& [count, pair] : Commonest(times)) {
    const std::string words = CountedWords(evaluation.confusions.at(pair).words);
    out << "  " << pair << "  x " << count << (words.empty() ? "" : ": ") << words << "\n";
  }
  out << "\n";
}

void WriteMisses(const Evaluation& evaluation, std::ostream& out) {
  if (evaluation.misses.empty()) return;
  out << "Not as they should be\n";
  for (const Miss& miss : evaluation.misses) {
    const auto& message = *miss.message;
    out << "  " << message.id() << " [" << NameOf(miss.measure) << "] " << miss.reply;
    if (!miss.words.empty()) out << " by " << absl::StrJoin(miss.words, ", ");
    out << ": ";
    for (const std::string& earlier : message.earlier()) out << earlier << " / ";
    out << message.question() << "\n";
  }
  out << "\n";
}

void WriteMalformed(const Evaluation& evaluation, bool quiet, std::ostream& out) {
  if (evaluation.malformed.empty()) return;
  out << "Replies that hold an escalation and an answer, or neither: "
      << evaluation.malformed.size();
  for (size_t i = 0; !quiet && i < evaluation.malformed.size(); ++i) {
    out << (i == 0 ? ": " : ", ") << evaluation.malformed[i]->id();
  }
  out << "\n\n";
}

}  // namespace

void WriteText(const EvaluationReport& report, std::ostream& out) {
  out << "Pack " << report.pack_version << "\n\n";
  WriteRates("As written", report.plain, out);
  for (const DisguisedEvaluation& other : report.disguised) {
    WriteRates(DescriptionOf(other.disguise), other.evaluation, out);
    WriteLoss(report.plain, other.evaluation, out);
  }
  for (const MeasuredRate& rate : report.plain.rates) {
    WriteParts(rate, "category", rate.by_category, out);
    WriteParts(rate, "style", rate.by_style, out);
  }
  WriteMalformed(report.plain, report.quiet, out);
  if (report.quiet) return;
  WriteConfusions(report.plain, out);
  WriteMisses(report.plain, out);
}

}  // namespace charley::curate
