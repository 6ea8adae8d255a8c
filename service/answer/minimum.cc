#include "service/answer/minimum.h"

#include <google/protobuf/text_format.h>

#include <utility>

#include "absl/strings/string_view.h"
#include "knowledge/pack_digest.h"
#include "knowledge/pack_items.h"
#include "knowledge/pack_reader.h"
#include "knowledge/status_macros.h"
#include "service/answer/minimum_text.h"

namespace charley::answer {
namespace {

absl::StatusOr<std::string> NameVersion(const knowledge::v1::Pack& pack) {
  knowledge::PackDigest digest;
  RETURN_IF_ERROR(
      knowledge::VisitItems(pack, [&digest](const knowledge::PackItem& item) -> absl::Status {
        digest.Add(item.kind, item.id, item.body);
        return absl::OkStatus();
      }));
  return knowledge::VersionName(pack.manifest().id(), digest.Finish());
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Engine>> CreateMinimum() {
  knowledge::VersionedPack versioned;
  for (const char* part : kMinimumText) {
    google::protobuf::TextFormat::Parser parser;
    knowledge::v1::Pack parsed;
    if (!parser.ParseFromString(part, &parsed)) {
      return absl::InvalidArgumentError(
          "the built-in minimum does not parse: see knowledge/minimum");
    }
    versioned.pack.MergeFrom(parsed);
  }
  ASSIGN_OR_RETURN(versioned.version, NameVersion(versioned.pack));
  return Engine::Create(std::move(versioned));
}

const Engine* Minimum::Get() const {
  absl::call_once(once_, [this] {
    auto engine = CreateMinimum();
    if (engine.ok()) engine_ = *std::move(engine);
  });
  return engine_.get();
}

}  // namespace charley::answer
