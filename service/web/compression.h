// Compression and checksums, by zlib and brotli.

#ifndef CHARLEY_SERVICE_WEB_COMPRESSION_H_
#define CHARLEY_SERVICE_WEB_COMPRESSION_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace charley::web {

// `bytes` as a gzip file (RFC 1952) without name or time, as small as zlib makes it; empty when
// memory runs out. The same bytes give the same file.
std::string Gzip(absl::string_view bytes);

// `bytes` as a brotli stream (RFC 7932), as small as the library makes it: a tenth of a second for
// a pack. Empty when memory runs out. The same bytes give the same stream.
std::string Brotli(absl::string_view bytes);

// The CRC-32 of RFC 1952: tells versions of a text apart, and keeps no secret.
uint32_t Checksum(absl::string_view bytes);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_COMPRESSION_H_
