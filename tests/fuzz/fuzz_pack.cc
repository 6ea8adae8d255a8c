// A pack's items are taken apart without a fault: the first line names the kind, the rest is the
// body. A text file likewise.

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "knowledge/check.h"
#include "knowledge/pack_items.h"

namespace {

// Errors of hostile text are expected; nobody reads them here.
class Silent : public google::protobuf::io::ErrorCollector {
  void AddError(int, google::protobuf::io::ColumnNumber, const std::string&) override {}
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t line = bytes.find('\n');
  if (line == absl::string_view::npos) return 0;
  charley::knowledge::v1::Pack pack;
  if (!charley::knowledge::AddItem(bytes.substr(0, line), bytes.substr(line + 1), pack).ok()) {
    Silent errors;
    google::protobuf::TextFormat::Parser parser;
    parser.RecordErrorsTo(&errors);
    parser.ParseFromString(std::string(bytes), &pack);
  }
  charley::knowledge::CheckPack(pack, absl::CivilDay(2026, 1, 1));
  return 0;
}
