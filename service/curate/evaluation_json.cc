#include <nlohmann/json.hpp>

#include "service/curate/evaluation_report.h"

namespace charley::curate {
namespace {

using Json = nlohmann::ordered_json;

Json TallyJson(const Tally& tally) {
  const Interval bounds = tally.Bounds();
  return {{"rate", tally.Rate()},
          {"low", bounds.low},
          {"high", bounds.high},
          {"credit", tally.credit},
          {"n", tally.n}};
}

Json PartsJson(const std::map<std::string, Tally>& tallies) {
  Json parts = Json::object();
  for (const auto& [name, tally] : tallies) parts[name] = TallyJson(tally);
  return parts;
}

Json RatesJson(const Evaluation& evaluation) {
  Json rates = Json::object();
  for (const MeasuredRate& rate : evaluation.rates) {
    Json& entry = rates[NameOf(rate.measure)];
    entry = TallyJson(rate.all);
    entry["by_category"] = PartsJson(rate.by_category);
    entry["by_style"] = PartsJson(rate.by_style);
  }
  return rates;
}

Json ConfusionsJson(const Evaluation& evaluation) {
  Json confusions = Json::object();
  for (const auto& [pair, confusion] : evaluation.confusions) confusions[pair] = confusion.times;
  return confusions;
}

Json ConfusionWordsJson(const Evaluation& evaluation) {
  Json words = Json::object();
  for (const auto& [pair, confusion] : evaluation.confusions) words[pair] = confusion.words;
  return words;
}

Json MissesJson(const Evaluation& evaluation) {
  Json misses = Json::array();
  for (const Miss& miss : evaluation.misses) {
    misses.push_back({{"id", miss.message->id()},
                      {"measure", NameOf(miss.measure)},
                      {"reply", miss.reply},
                      {"words", miss.words},
                      {"question", miss.message->question()}});
  }
  return misses;
}

Json LossJson(const Evaluation& plain, const Evaluation& disguised) {
  Json loss = Json::object();
  for (const MeasuredRate& rate : plain.rates) {
    loss[NameOf(rate.measure)] = PointsLost(rate, *disguised.Find(rate.measure));
  }
  return loss;
}

}  // namespace

void WriteJson(const EvaluationReport& report, std::ostream& out) {
  Json document = {{"pack", report.pack_version}, {"rates", RatesJson(report.plain)}};
  for (const auto& [disguise, evaluation] : report.disguised) {
    document["disguises"][NameOf(disguise)] = {{"rates", RatesJson(evaluation)},
                                               {"points_lost", LossJson(report.plain, evaluation)}};
  }
  document["malformed"] = report.plain.malformed.size();
  if (!report.quiet) {
    Json malformed_ids = Json::array();
    for (const auto* message : report.plain.malformed) malformed_ids.push_back(message->id());
    document["malformed_ids"] = malformed_ids;
    document["confusions"] = ConfusionsJson(report.plain);
    document["confusion_words"] = ConfusionWordsJson(report.plain);
    document["misses"] = MissesJson(report.plain);
  }
  out << document.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace charley::curate
