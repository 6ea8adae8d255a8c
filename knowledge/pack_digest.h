// The hash by which a pack's version is named.

#ifndef CHARLEY_KNOWLEDGE_PACK_DIGEST_H_
#define CHARLEY_KNOWLEDGE_PACK_DIGEST_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

struct evp_md_ctx_st;

namespace charley::knowledge {

// SHA-256 over the items of a pack, each field with its length, so that no two packs share a byte
// stream. Owned by one thread.
class PackDigest {
 public:
  PackDigest();
  ~PackDigest();

  void Add(absl::string_view kind, absl::string_view id, absl::string_view body);
  // 64 hexadecimal digits. Ends the digest: call once, last.
  std::string Finish();

 private:
  void AddField(absl::string_view bytes);

  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_PACK_DIGEST_H_
