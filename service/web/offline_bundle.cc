#include "service/web/offline_bundle.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/citations.h"
#include "service/answer/offline_check.h"
#include "service/answer/safe_line.h"
#include "service/web/compression.h"

namespace charley::web {
namespace {

using Json = nlohmann::ordered_json;
using knowledge::v1::Level;

// Sets a field unless its value is empty.
void Set(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

// Like the JSON of the public API: the pack's levels and kinds have the same numbers.
std::string UrgencyName(Level level) { return v1::Urgency_Name(static_cast<v1::Urgency>(level)); }

Json CitationsJson(const answer::PackCitations& citations) {
  Json list = Json::array();
  for (const auto& citation : citations) {
    Json& item = list.emplace_back();
    item["sourceId"] = citation.source_id();
    if (citation.paragraph() != 0) item["paragraph"] = citation.paragraph();
    Set(item, "quote", citation.quote());
    item["evidence"] = v1::Evidence_Name(static_cast<v1::Evidence>(citation.evidence()));
  }
  return list;
}

Json SourcesJson(const knowledge::v1::Pack& pack) {
  Json sources = Json::object();
  for (const auto& source : pack.sources()) {
    Json& item = sources[source.id()];
    item["title"] = source.title();
    item["publisher"] = source.publisher();
    item["date"] = source.date();
    Set(item, "uri", source.uri());
  }
  return sources;
}

Json TopicsJson(const knowledge::v1::Pack& pack) {
  Json topics = Json::array();
  for (const auto& topic : pack.topics()) {
    Json& item = topics.emplace_back();
    item["id"] = topic.id();
    item["theme"] = topic.theme();
    item["title"] = topic.title();
    item["answer"] = topic.answer();
    item["citations"] = CitationsJson(topic.citations());
    item["related"] = topic.related();
    item["urgency"] = UrgencyName(topic.level());
    if (topic.frequent() != 0) item["frequent"] = topic.frequent();
  }
  return topics;
}

Json RegionsJson(const knowledge::v1::Pack& pack) {
  Json regions = Json::array();
  for (const auto& region : pack.regions()) {
    Json& item = regions.emplace_back();
    item["code"] = region.code();
    item["name"] = region.name();
    item["emergency"] = region.emergency_number();
    if (!region.also().empty()) item["also"] = region.also();
    Set(item, "advice", region.advice_number());
    Set(item, "adviceName", region.advice_name());
    Set(item, "crisis", region.crisis_number());
    Set(item, "crisisName", region.crisis_name());
  }
  return regions;
}

// "RF07" of "RF07.one-leg-swollen": rules of one family stand together, in the order of their name.
absl::string_view Family(const knowledge::v1::TriageRule& rule) {
  return absl::string_view(rule.id()).substr(0, rule.id().find('.'));
}

// Self-harm counts in any wording, so its rules pass over context; it has its own place on the
// screen, with the crisis line, and its reason speaks to the person.
bool IsListed(const knowledge::v1::TriageRule& rule, Level level) {
  return rule.level() == level && !rule.ignores_context();
}

// The signs of one level: each reason once.
Json FlagsJson(const knowledge::v1::Pack& pack, Level level, const std::string& action) {
  std::vector<const knowledge::v1::TriageRule*> rules;
  for (const auto& rule : pack.triage_rules()) {
    if (IsListed(rule, level)) rules.push_back(&rule);
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto* a, const auto* b) { return Family(*a) < Family(*b); });
  std::vector<std::string> flags;
  answer::PackCitations citations;
  for (const auto* rule : rules) {
    if (std::find(flags.begin(), flags.end(), rule->reason()) == flags.end()) {
      flags.push_back(rule->reason());
    }
    for (const auto& citation : rule->citations()) {
      const bool is_there = std::any_of(citations.begin(), citations.end(), [&](const auto& other) {
        return other.source_id() == citation.source_id() &&
               other.paragraph() == citation.paragraph();
      });
      if (!is_there) *citations.Add() = citation;
    }
  }
  Json group;
  group["urgency"] = UrgencyName(level);
  group["action"] = action;
  group["flags"] = flags;
  group["citations"] = CitationsJson(citations);
  return group;
}

// Null when the pack carries no such table, or one of another kind.
Json OfflineCheckJson(const knowledge::v1::Pack& pack) {
  const auto it = std::find_if(
      pack.models().begin(), pack.models().end(),
      [](const auto& candidate) { return candidate.name() == answer::kOfflineCheckModel; });
  knowledge::v1::OfflineCheckModel model;
  if (it == pack.models().end() || !model.ParseFromString(it->data()) ||
      model.features_size() != model.weights_size()) {
    return nullptr;
  }
  Json check;
  check["wordLength"] = answer::kOfflineWordLength;
  check["threshold"] = model.threshold();
  Json& weights = check["weights"] = Json::object();
  for (int i = 0; i < model.features_size(); ++i) weights[model.features(i)] = model.weights(i);
  return check;
}

bool Accepts(const HttpRequest& request, absl::string_view encoding) {
  for (absl::string_view part :
       absl::StrSplit(FindHeader(request.headers, "accept-encoding"), ',')) {
    if (absl::StripAsciiWhitespace(part) == encoding) return true;
  }
  return false;
}

HttpResponse NoPack() {
  HttpResponse response;
  response.status = 503;
  response.headers = {{"content-type", "text/plain; charset=utf-8"},
                      {"cache-control", "no-store"},
                      {"x-content-type-options", "nosniff"}};
  response.body = absl::StrCat("no pack is loaded. ", answer::kSafeLine, "\n");
  return response;
}

}  // namespace

std::string MakeOfflineBundle(const answer::Engine& engine) {
  const knowledge::v1::Pack& pack = engine.pack();
  const knowledge::v1::Manifest& manifest = pack.manifest();
  Json bundle;
  bundle["packVersion"] = engine.version();
  bundle["title"] = manifest.title();
  bundle["disclaimer"] = manifest.disclaimer();
  bundle["safetyNet"] = manifest.safety_net();
  bundle["sources"] = SourcesJson(pack);
  bundle["topics"] = TopicsJson(pack);
  bundle["regions"] = RegionsJson(pack);
  bundle["unknownRegion"] = {{"emergency", manifest.unknown_emergency_number()},
                             {"advice", manifest.unknown_advice_line()}};
  bundle["emergencyFlags"] = {
      FlagsJson(pack, knowledge::v1::LEVEL_EMERGENCY_NOW, manifest.emergency_action()),
      FlagsJson(pack, knowledge::v1::LEVEL_URGENT_TODAY, manifest.urgent_action())};
  Json check = OfflineCheckJson(pack);
  if (!check.is_null()) bundle["offlineCheck"] = std::move(check);
  return bundle.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::shared_ptr<const OfflineBundle::Made> OfflineBundle::Make(
    const std::shared_ptr<const answer::Engine>& engine) {
  auto made = std::make_shared<Made>();
  made->engine = engine;
  made->json = MakeOfflineBundle(*engine);
  made->gzip = Gzip(made->json);
  made->brotli = Brotli(made->json);
  made->etag = absl::StrCat("\"", engine->version(), "-", absl::Hex(Checksum(made->json)), "\"");
  return made;
}

std::shared_ptr<const OfflineBundle::Made> OfflineBundle::Current(
    const std::shared_ptr<const answer::Engine>& engine) const {
  const absl::MutexLock lock(&mutex_);
  if (made_ == nullptr || made_->engine.lock() != engine) made_ = Make(engine);
  return made_;
}

HttpResponse OfflineBundle::Answer(const HttpRequest& request) const {
  const std::shared_ptr<const answer::Engine> engine = engine_();
  if (engine == nullptr) return NoPack();
  const std::shared_ptr<const Made> made = Current(engine);
  HttpResponse response;
  response.headers = {{"etag", made->etag},
                      {"cache-control", "no-cache"},
                      {"vary", "Accept-Encoding"},
                      {"x-content-type-options", "nosniff"},
                      {"referrer-policy", "no-referrer"},
                      {"cross-origin-resource-policy", "same-origin"}};
  if (absl::StrContains(FindHeader(request.headers, "if-none-match"), made->etag)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("content-type", "application/json");
  if (!made->brotli.empty() && Accepts(request, "br")) {
    response.headers.emplace_back("content-encoding", "br");
    response.body = made->brotli;
  } else if (!made->gzip.empty() && Accepts(request, "gzip")) {
    response.headers.emplace_back("content-encoding", "gzip");
    response.body = made->gzip;
  } else {
    response.body = made->json;
  }
  return response;
}

}  // namespace charley::web
