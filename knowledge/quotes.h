// Holds a pack against the text of a source.

#ifndef CHARLEY_KNOWLEDGE_QUOTES_H_
#define CHARLEY_KNOWLEDGE_QUOTES_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/check.h"

namespace charley::knowledge {

// The paragraphs of a source, by number.
using Paragraphs = std::map<int, std::string>;

// Parses a source file: a line a paragraph, its number before a tab; lines that begin with "#" are
// comments. INVALID_ARGUMENT names the line that is neither. NOT_FOUND: the file cannot be read.
absl::StatusOr<Paragraphs> ReadParagraphs(const std::string& path);

// Checks that every quote of source `source_id` stands in its paragraph, letter by letter but for
// the kind of apostrophe and quotation mark. Errors name the topic or rule. A paragraph that no
// topic cites is a warning.
std::vector<Problem> CheckQuotes(const v1::Pack& pack, absl::string_view source_id,
                                 const Paragraphs& paragraphs);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_QUOTES_H_
