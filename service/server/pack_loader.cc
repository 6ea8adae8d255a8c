#include "service/server/pack_loader.h"

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "knowledge/pack_reader.h"
#include "knowledge/status_macros.h"
#include "service/answer/engine.h"
#include "service/server/allocator.h"

namespace charley::server {
namespace {

absl::StatusOr<std::shared_ptr<const answer::Engine>> LoadEngine(const std::string& path) {
  ASSIGN_OR_RETURN(knowledge::VersionedPack pack, knowledge::ReadPack(path));
  return answer::Engine::Create(std::move(pack));
}

}  // namespace

bool PackLoader::Load() {
  const absl::Time start = absl::Now();
  auto engine = LoadEngine(path_);
  const auto before = engines_.Get();
  if (!engine.ok()) {
    log_.Write(LogLevel::kError, "pack_refused",
               {{"path", absl::string_view(path_)},
                {"why", engine.status().message()},
                {"answering_from", before == nullptr ? absl::string_view("built-in minimum")
                                                     : absl::string_view(before->version())}});
    return false;
  }
  ratings_.SetTopics((*engine)->pack());
  engines_.Set(*engine);
  ReturnFreedMemory();
  log_.Write(LogLevel::kInfo, "pack_loaded",
             {{"path", absl::string_view(path_)},
              {"version", absl::string_view((*engine)->version())},
              {"topics", static_cast<int64_t>((*engine)->pack().topics_size())},
              {"milliseconds", absl::ToInt64Milliseconds(absl::Now() - start)}});
  return true;
}

}  // namespace charley::server
