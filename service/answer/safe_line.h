// The line that stands in every error.

#ifndef CHARLEY_SERVICE_ANSWER_SAFE_LINE_H_
#define CHARLEY_SERVICE_ANSWER_SAFE_LINE_H_

namespace charley::answer {

// Whatever fails, a patient in danger must still read what to do.
inline constexpr char kSafeLine[] =
    "If this may be an emergency, call your local emergency number.";

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_SAFE_LINE_H_
