#include "service/answer/field_error.h"

#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace charley::answer {
namespace {

constexpr char kFieldPayload[] = "charley.v1/field";

}  // namespace

absl::Status FieldError(const FieldViolation& violation) {
  absl::Status status =
      absl::InvalidArgumentError(absl::StrCat(violation.field, " ", violation.description));
  status.SetPayload(kFieldPayload, absl::Cord(violation.field));
  return status;
}

FieldViolation ViolationOf(const absl::Status& status) {
  FieldViolation violation;
  const auto field = status.GetPayload(kFieldPayload);
  if (field.has_value()) violation.field = std::string(*field);
  absl::string_view description = status.message();
  absl::ConsumePrefix(&description, absl::StrCat(violation.field, " "));
  violation.description = std::string(description);
  return violation;
}

}  // namespace charley::answer
