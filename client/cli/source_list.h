// The numbered sources of a reply.

#ifndef CHARLEY_CLIENT_CLI_SOURCE_LIST_H_
#define CHARLEY_CLIENT_CLI_SOURCE_LIST_H_

#include <string>
#include <vector>

#include "charley/v1/assistant.pb.h"
#include "client/cli/page.h"

namespace charley::cli {

using Citations = google::protobuf::RepeatedPtrField<v1::Citation>;

// Numbers citations from 1 in the order in which they come; the same place keeps its number.
class SourceList {
 public:
  // Adds `citations` and returns their marks, for example "[1][2]".
  std::string Add(const Citations& citations);

  // Writes one block: each source with its title, publisher, date and address, and under it the
  // numbered places with what kind of statement they are and the quoted words.
  void Render(Page& page) const;

  // Writes one paragraph that names the sources, and which marks are the clinic's opinion.
  void RenderBriefly(Page& page) const;

  bool empty() const { return citations_.empty(); }

 private:
  std::vector<v1::Citation> citations_;
};

// Writes a citation as an item behind `marker`: paragraph, kind of statement, quoted words.
void RenderPlace(absl::string_view marker, const v1::Citation& citation, Page& page);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_SOURCE_LIST_H_
