// The web files: chat element, widget, app.

#ifndef CHARLEY_SERVICE_WEB_STATIC_FILES_H_
#define CHARLEY_SERVICE_WEB_STATIC_FILES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/web/http_message.h"

namespace charley::web {

// Serves a folder from memory. Immutable once loaded; thread-safe.
//
// A file's path below the folder is its path in the URL; "/" at the end means "index.html".
// "name.br" and "name.gz" beside "name" are its precompressed forms. Files below a folder whose
// name is "v" and a version ("widget/v0.1.0/"), and files with a content hash in their name
// ("app-3f9a0c51.js"), never change: they may be kept for a year. All others are asked for again
// each time, by ETag.
class StaticFiles {
 public:
  // Reads every file below `root`. `embedders` are the origins that may frame pages below
  // "/frame/". NOT_FOUND: there is no such folder. RESOURCE_EXHAUSTED: more than 32 MiB.
  static absl::StatusOr<StaticFiles> Load(const std::string& root,
                                          const std::vector<std::string>& embedders);

  // No files at all: every path is 404.
  StaticFiles() = default;

  // Answers GET and HEAD: 200, 304, or 404.
  HttpResponse Answer(const HttpRequest& request) const;

 private:
  struct File {
    std::string type;
    std::string body;
    std::string brotli;  // empty when there is none
    std::string gzip;
    std::string etag;  // with its quotes
    bool immutable = false;
  };

  void AddSecurityHeaders(const std::string& path, const File& file, Headers& headers) const;

  absl::flat_hash_map<std::string, File> files_;
  std::string frame_ancestors_;  // of pages that may be framed
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_STATIC_FILES_H_
