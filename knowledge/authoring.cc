#include "knowledge/authoring.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "knowledge/file_content.h"
#include "knowledge/labelled_messages.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<std::vector<fs::path>> ListFiles(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file(error)) paths.push_back(it->path());
  }
  if (error) {
    return absl::NotFoundError(
        absl::StrCat(folder, ": ", error.message(), "; name a folder such as knowledge/cramps"));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Collects "file:line:column: message" for every error of one text file.
class ErrorList : public google::protobuf::io::ErrorCollector {
 public:
  explicit ErrorList(std::string file) : file_(std::move(file)) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    errors_.push_back(absl::StrCat(file_, ":", line + 1, ":", column + 1, ": ", message));
  }
  std::string Joined() const { return absl::StrJoin(errors_, "\n"); }

 private:
  std::string file_;
  std::vector<std::string> errors_;
};

// Texts that are not UTF-8 can be written, and then not be read again.
bool IsStorable(const v1::Pack& part) {
  const google::protobuf::LogSilencer silencer;
  return v1::Pack().ParseFromString(part.SerializeAsString());
}

absl::Status MergeTextFile(const fs::path& path, v1::Pack& pack) {
  ASSIGN_OR_RETURN(const std::string content, ReadFileContent(path));
  ErrorList errors(path.string());
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&errors);
  v1::Pack part;
  if (!parser.ParseFromString(content, &part)) return absl::InvalidArgumentError(errors.Joined());
  if (!IsStorable(part)) {
    return absl::InvalidArgumentError(absl::StrCat(
        path.string(), ":1:1: a text is not UTF-8; save the file as UTF-8, correct its escapes"));
  }
  if (part.has_manifest() && pack.has_manifest()) {
    return absl::InvalidArgumentError(
        absl::StrCat(path.string(), ":1:1: a second manifest; keep one file that sets it"));
  }
  pack.MergeFrom(part);
  return absl::OkStatus();
}

absl::Status MergeFile(const fs::path& path, v1::Pack& pack) {
  if (path.extension() == ".textproto") return MergeTextFile(path, pack);
  if (path.extension() != ".jsonl") return absl::OkStatus();
  const std::string folder = path.parent_path().filename().string();
  if (folder == "triage") return AppendLabelledMessages(path, *pack.mutable_triage_training());
  if (folder == "out_of_scope")
    return AppendLabelledMessages(path, *pack.mutable_out_of_scope_training());
  if (folder == "conversation")
    return AppendLabelledMessages(path, *pack.mutable_conversation_training());
  return absl::InvalidArgumentError(
      absl::StrCat(path.string(),
                   ":1:1: a .jsonl file belongs into training/triage, training/out_of_scope or "
                   "training/conversation"));
}

bool IsPlainWord(absl::string_view word) {
  if (word.size() < 3) return false;
  return std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return absl::ascii_islower(c); });
}

absl::Status AddWords(const std::string& path, std::set<std::string>& words) {
  ASSIGN_OR_RETURN(const std::string content, ReadFileContent(path));
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    // "dog's" is no word of its own: Charley reads it as "dogs".
    if (IsPlainWord(line)) words.emplace(line);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Pack> ReadAuthoringFolder(const std::string& folder,
                                             const std::vector<std::string>& word_lists) {
  ASSIGN_OR_RETURN(const std::vector<fs::path> paths, ListFiles(folder));
  v1::Pack pack;
  std::vector<std::string> errors;
  for (const fs::path& path : paths) {
    const absl::Status status = MergeFile(path, pack);
    if (!status.ok()) errors.emplace_back(status.message());
  }
  if (!errors.empty()) return absl::InvalidArgumentError(absl::StrJoin(errors, "\n"));
  if (!pack.has_manifest()) {
    return absl::NotFoundError(
        absl::StrCat(folder, ": no .textproto file with a manifest; see knowledge/cramps"));
  }
  std::set<std::string> words;
  for (const std::string& list : word_lists) RETURN_IF_ERROR(AddWords(list, words));
  for (const std::string& word : words) pack.add_dictionary(word);
  return pack;
}

}  // namespace charley::knowledge
