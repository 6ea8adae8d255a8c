#include "client/cli/batch_line.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "client/cli/json.h"
#include "client/cli/surrogates.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

using Json = nlohmann::json;

// Deeper JSON is refused, for writing an id out again recurses.
constexpr int kDeepestJson = 64;

// The value of a line; discarded when it is not JSON or too deep.
Json Parse(absl::string_view line) {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepestJson;
    return !too_deep;
  };
  const std::string text = ReplaceLoneSurrogates(RepairUtf8(line));
  Json value = Json::parse(text, watch_depth, /*allow_exceptions=*/false);
  return too_deep ? Json(Json::value_t::discarded) : value;
}

std::string AsciiJson(const Json& value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace);
}

void ReadQuestion(const Json& object, BatchLine& line) {
  const auto question = object.find("question");
  if (question == object.end() || question->is_null()) return;
  if (question->is_string()) {
    line.question = question->get<std::string>();
  } else {
    line.wrong = "question: must be a string";
  }
}

void ReadEarlier(const Json& object, BatchLine& line) {
  const auto earlier = object.find("earlier");
  if (earlier == object.end() || earlier->is_null()) return;
  if (!earlier->is_array()) {
    line.wrong = "earlier: must be a list of strings";
    return;
  }
  for (const Json& message : *earlier) {
    if (message.is_string()) {
      line.earlier.push_back(message.get<std::string>());
    } else {
      line.wrong = "earlier: must be a list of strings";
    }
  }
}

}  // namespace

BatchLine ReadBatchLine(absl::string_view text) {
  BatchLine line;
  const Json object = Parse(text);
  if (!object.is_object()) {
    line.wrong =
        "the line is not a JSON object; write {\"id\": ..., \"question\": ..., \"earlier\": [...]}";
    return line;
  }
  const auto id = object.find("id");
  if (id != object.end()) line.id = AsciiJson(*id);
  ReadQuestion(object, line);
  ReadEarlier(object, line);
  return line;
}

std::string WriteBatchReply(const BatchLine& line, const v1::AskResponse& response) {
  return absl::StrCat("{\"id\":", line.id, ",\"response\":", ToJson(response), "}");
}

std::string WriteBatchError(const BatchLine& line, absl::string_view code,
                            absl::string_view message) {
  return absl::StrCat("{\"id\":", line.id,
                      ",\"error\":{\"code\":", AsciiJson(Json(std::string(code))),
                      ",\"message\":", AsciiJson(Json(std::string(message))), "}}");
}

}  // namespace charley::cli
