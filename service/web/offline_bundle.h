// GET /pack.json: all that the app shows without a connection, in one file.

#ifndef CHARLEY_SERVICE_WEB_OFFLINE_BUNDLE_H_
#define CHARLEY_SERVICE_WEB_OFFLINE_BUNDLE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/synchronization/mutex.h"
#include "service/answer/engine.h"
#include "service/web/http_message.h"

namespace charley::web {

// The bundle as JSON:
//   packVersion, disclaimer, title
//   safetyNet          with "{emergency}" to be filled in
//   sources            by id: title, publisher, date, uri
//   topics             id, theme, title, answer, urgency, frequent (place among those asked most),
//                      related (ids), citations (sourceId, paragraph, quote, evidence)
//   regions            code, name, emergency, also, advice, adviceName, crisis, crisisName
//   unknownRegion      emergency, advice: what stands for a number that is not known
//   emergencyFlags     by level, the gravest first: urgency, action, flags (one plain sentence
//                      each), citations
//   offlineCheck       wordLength, threshold, weights (by cut word or pair); missing when the pack
//                      was too small to learn it
// Empty fields are left out. Fields may be added; readers pass over what they do not know.
std::string MakeOfflineBundle(const answer::Engine& engine);

// Answers GET and HEAD /pack.json from the engine of the moment. The bundle is made once for each
// engine. Thread-safe.
class OfflineBundle {
 public:
  // `engine` gives the engine that answers now, or null while no pack is loaded.
  explicit OfflineBundle(std::function<std::shared_ptr<const answer::Engine>()> engine)
      : engine_(std::move(engine)) {}

  // 200, 304 by ETag, or 503 with the safe line while no pack is loaded. Never fresh without being
  // asked for: "no-cache".
  HttpResponse Answer(const HttpRequest& request) const;

 private:
  struct Made {
    std::weak_ptr<const answer::Engine> engine;  // what it was made from
    std::string json;
    std::string gzip;
    std::string brotli;
    std::string etag;  // with its quotes: the pack's version and a checksum
  };

  std::shared_ptr<const Made> Current(const std::shared_ptr<const answer::Engine>& engine) const;
  static std::shared_ptr<const Made> Make(const std::shared_ptr<const answer::Engine>& engine);

  const std::function<std::shared_ptr<const answer::Engine>()> engine_;
  mutable absl::Mutex mutex_;
  mutable std::shared_ptr<const Made> made_;  // guarded by mutex_
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_OFFLINE_BUNDLE_H_
