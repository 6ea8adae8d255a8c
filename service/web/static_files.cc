#include "service/web/static_files.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "service/answer/safe_line.h"

namespace charley::web {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostBytes = size_t{32} << 20;  // far above what the web client weighs
constexpr size_t kEtagBytes = 16;                // of the SHA-256

constexpr std::array<std::pair<absl::string_view, absl::string_view>, 11> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
    {".woff2", "font/woff2"},
}};

absl::string_view TypeOf(absl::string_view path) {
  for (const auto& [ending, type] : kTypes) {
    if (absl::EndsWith(path, ending)) return type;
  }
  return "application/octet-stream";
}

std::string Etag(absl::string_view body) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(body.data(), body.size(), digest, &size, EVP_sha256(), nullptr);
  return absl::StrCat(
      "\"",
      absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(digest), kEtagBytes)),
      "\"");
}

bool IsVersionFolder(absl::string_view part) {
  return part.size() > 1 && part[0] == 'v' &&
         absl::ascii_isdigit(static_cast<unsigned char>(part[1])) && absl::StrContains(part, '.');
}

// "app-3f9a0c51.js": eight or more letters and digits between the last hyphen and the ending.
bool HasContentHash(absl::string_view name) {
  const size_t hyphen = name.rfind('-');
  const size_t dot = name.find('.', hyphen == absl::string_view::npos ? 0 : hyphen);
  if (hyphen == absl::string_view::npos || dot == absl::string_view::npos) return false;
  const absl::string_view hash = name.substr(hyphen + 1, dot - hyphen - 1);
  return hash.size() >= 8 && std::all_of(hash.begin(), hash.end(),
                                         [](unsigned char c) { return absl::ascii_isalnum(c); });
}

bool IsImmutable(absl::string_view path) {
  const std::vector<absl::string_view> parts = absl::StrSplit(path, '/');
  return HasContentHash(parts.back()) ||
         std::any_of(parts.begin(), parts.end() - 1, IsVersionFolder);
}

bool Accepts(const HttpRequest& request, absl::string_view encoding) {
  for (absl::string_view piece :
       absl::StrSplit(FindHeader(request.headers, "accept-encoding"), ',')) {
    piece = absl::StripAsciiWhitespace(piece);
    const std::vector<absl::string_view> parts = absl::StrSplit(piece, ';');
    if (absl::StripAsciiWhitespace(parts[0]) == encoding) {
      return parts.size() < 2 || absl::StripAsciiWhitespace(parts[1]) != "q=0";
    }
  }
  return false;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

HttpResponse NotFound() {
  HttpResponse response;
  response.status = 404;
  response.headers = {{"content-type", "text/plain; charset=utf-8"},
                      {"x-content-type-options", "nosniff"},
                      {"referrer-policy", "no-referrer"}};
  response.body = absl::StrCat("There is nothing here. ", answer::kSafeLine, "\n");
  return response;
}

}  // namespace

absl::StatusOr<StaticFiles> StaticFiles::Load(const std::string& root,
                                              const std::vector<std::string>& embedders) {
  StaticFiles files;
  files.frame_ancestors_ =
      absl::StrCat("'self'", embedders.empty() ? "" : " ", absl::StrJoin(embedders, " "));
  std::error_code error;
  size_t bytes = 0;
  absl::flat_hash_map<std::string, std::string> contents;
  for (fs::recursive_directory_iterator it(root, error), end; !error && it != end;
       it.increment(error)) {
    if (!it->is_regular_file(error)) continue;
    std::string& content =
        contents[absl::StrCat("/", it->path().lexically_relative(root).string())];
    content = ReadFile(it->path());
    bytes += content.size();
    if (bytes > kMostBytes) {
      return absl::ResourceExhaustedError(absl::StrCat(root, " holds more than ", kMostBytes,
                                                       " bytes: name the folder of web files"));
    }
  }
  if (error) return absl::NotFoundError(absl::StrCat(root, ": ", error.message()));
  for (auto& [path, content] : contents) {
    if (absl::EndsWith(path, ".br") || absl::EndsWith(path, ".gz")) continue;
    File& file = files.files_[path];
    file.type = std::string(TypeOf(path));
    file.etag = Etag(content);
    file.immutable = IsImmutable(path);
    const auto brotli = contents.find(absl::StrCat(path, ".br"));
    const auto gzip = contents.find(absl::StrCat(path, ".gz"));
    if (brotli != contents.end()) file.brotli = brotli->second;
    if (gzip != contents.end()) file.gzip = gzip->second;
    file.body = std::move(content);
  }
  return files;
}

void StaticFiles::AddSecurityHeaders(const std::string& path, const File& file,
                                     Headers& headers) const {
  headers.emplace_back("x-content-type-options", "nosniff");
  headers.emplace_back("referrer-policy", "no-referrer");
  // The loader and the chat element run on other origins: they may be fetched from anywhere, with
  // integrity.
  if (file.immutable) headers.emplace_back("access-control-allow-origin", "*");
  headers.emplace_back("cross-origin-resource-policy",
                       file.immutable ? "cross-origin" : "same-origin");
  if (!absl::StartsWith(file.type, "text/html")) return;
  const bool may_be_framed = absl::StartsWith(path, "/frame/");
  headers.emplace_back(
      "content-security-policy",
      absl::StrCat("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                   "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; "
                   "base-uri 'none'; form-action 'self'; frame-ancestors ",
                   may_be_framed ? frame_ancestors_ : "'none'"));
  headers.emplace_back("permissions-policy",
                       "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
}

HttpResponse StaticFiles::Answer(const HttpRequest& request) const {
  const std::string path =
      absl::EndsWith(request.path, "/") ? absl::StrCat(request.path, "index.html") : request.path;
  const auto it = files_.find(path);
  if (it == files_.end()) return NotFound();
  const File& file = it->second;
  HttpResponse response;
  response.headers.emplace_back("etag", file.etag);
  response.headers.emplace_back(
      "cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.emplace_back("vary", "Accept-Encoding");
  AddSecurityHeaders(path, file, response.headers);
  if (absl::StrContains(FindHeader(request.headers, "if-none-match"), file.etag)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("content-type", file.type);
  if (!file.brotli.empty() && Accepts(request, "br")) {
    response.headers.emplace_back("content-encoding", "br");
    response.body = file.brotli;
  } else if (!file.gzip.empty() && Accepts(request, "gzip")) {
    response.headers.emplace_back("content-encoding", "gzip");
    response.body = file.gzip;
  } else {
    response.body = file.body;
  }
  return response;
}

}  // namespace charley::web
