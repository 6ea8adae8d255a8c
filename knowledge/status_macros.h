// The project's only macros: passing on a failed absl::Status.

#ifndef CHARLEY_KNOWLEDGE_STATUS_MACROS_H_
#define CHARLEY_KNOWLEDGE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns from the enclosing function when `expression`, an absl::Status, is not OK.
#define RETURN_IF_ERROR(expression)                  \
  do {                                               \
    absl::Status charley_status = (expression);      \
    if (!charley_status.ok()) return charley_status; \
  } while (false)

// Assigns the value of `expression`, an absl::StatusOr, to `target`, or returns its status.
#define ASSIGN_OR_RETURN(target, expression) \
  CHARLEY_ASSIGN_OR_RETURN_(CHARLEY_CONCAT_(charley_or_, __LINE__), target, expression)

#define CHARLEY_CONCAT_INNER_(a, b) a##b
#define CHARLEY_CONCAT_(a, b) CHARLEY_CONCAT_INNER_(a, b)
#define CHARLEY_ASSIGN_OR_RETURN_(name, target, expression) \
  auto name = (expression);                                 \
  if (!name.ok()) return std::move(name).status();          \
  target = *std::move(name)

#endif  // CHARLEY_KNOWLEDGE_STATUS_MACROS_H_
