#include "knowledge/pack_digest.h"

#include <openssl/evp.h>

#include "absl/strings/escaping.h"

namespace charley::knowledge {

void PackDigest::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

PackDigest::PackDigest() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
}

PackDigest::~PackDigest() = default;

void PackDigest::AddField(absl::string_view bytes) {
  unsigned char length[8];
  for (int i = 0; i < 8; ++i) {
    length[i] = static_cast<unsigned char>(static_cast<uint64_t>(bytes.size()) >> (8 * i));
  }
  EVP_DigestUpdate(context_.get(), length, sizeof(length));
  EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

void PackDigest::Add(absl::string_view kind, absl::string_view id, absl::string_view body) {
  AddField(kind);
  AddField(id);
  AddField(body);
}

std::string PackDigest::Finish() {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_.get(), digest, &size);
  return absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(digest), size));
}

}  // namespace charley::knowledge
