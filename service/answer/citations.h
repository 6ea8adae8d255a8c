// Citations as patients see them.

#ifndef CHARLEY_SERVICE_ANSWER_CITATIONS_H_
#define CHARLEY_SERVICE_ANSWER_CITATIONS_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"

namespace charley::answer {

using PublicCitations = google::protobuf::RepeatedPtrField<v1::Citation>;
using PackCitations = google::protobuf::RepeatedPtrField<knowledge::v1::Citation>;

// Joins the citations of a pack with what it knows of their sources. Refers to the pack, which must
// outlive it. Thread-safe.
class Citations {
 public:
  explicit Citations(const knowledge::v1::Pack& pack);

  // Adds `from` to `to`, leaving out places that `to` already holds.
  void Append(const PackCitations& from, PublicCitations& to) const;

  // The pack's source of that id, or null.
  const knowledge::v1::Source* FindSource(const std::string& id) const;

 private:
  absl::flat_hash_map<std::string, const knowledge::v1::Source*> sources_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_CITATIONS_H_
