// Takes up packs.

#ifndef CHARLEY_SERVICE_SERVER_PACK_LOADER_H_
#define CHARLEY_SERVICE_SERVER_PACK_LOADER_H_

#include <string>

#include "service/rpc/engine_holder.h"
#include "service/rpc/ratings.h"
#include "service/server/log.h"

namespace charley::server {

// Reads one file, again and again, into the engine that answers. Refers to what it is given, which
// must outlive it. Used by one thread at a time; calls go on meanwhile.
class PackLoader {
 public:
  PackLoader(std::string path, rpc::EngineHolder& engines, rpc::Ratings& ratings, const Log& log)
      : path_(std::move(path)), engines_(engines), ratings_(ratings), log_(log) {}

  // Loads the pack and swaps it in. When it is missing or bad, nothing changes: the old pack, if
  // there was one, goes on answering. Either is logged. Returns whether it was swapped in.
  bool Load();

 private:
  const std::string path_;
  rpc::EngineHolder& engines_;
  rpc::Ratings& ratings_;
  const Log& log_;
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_PACK_LOADER_H_
