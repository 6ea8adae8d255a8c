// A pack as a sequence of items, which is how it is stored and hashed.

#ifndef CHARLEY_KNOWLEDGE_PACK_ITEMS_H_
#define CHARLEY_KNOWLEDGE_PACK_ITEMS_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// One row of the table `item`; see schema.sql.
struct PackItem {
  std::string kind;
  int64_t position = 0;
  std::string id;
  std::string body;
};

// Calls `visit` for every item of a pack in the order of the table's key, and stops at the first
// error. Training messages are left out: what was learned from them is in `models`.
absl::Status VisitItems(const v1::Pack& pack,
                        const std::function<absl::Status(const PackItem&)>& visit);

// Adds one item to a pack. Items of one kind must come in order. DATA_LOSS: no such kind, or the
// body does not parse.
absl::Status AddItem(absl::string_view kind, absl::string_view body, v1::Pack& pack);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_PACK_ITEMS_H_
