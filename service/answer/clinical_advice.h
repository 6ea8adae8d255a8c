// What triage found, in words for the patient.

#ifndef CHARLEY_SERVICE_ANSWER_CLINICAL_ADVICE_H_
#define CHARLEY_SERVICE_ANSWER_CLINICAL_ADVICE_H_

#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/citations.h"
#include "service/answer/numbers.h"
#include "service/triage/triage.h"

namespace charley::answer {

// The headline of every escalation. The contract fixes it, whatever the pack says.
inline constexpr char kEscalationHeadline[] = "Seek urgent care";

// The public name of a level.
v1::Urgency ToUrgency(knowledge::v1::Level level);

// The emergency card for an assessment at URGENT_TODAY or EMERGENCY_NOW: action and reason are
// those of the most urgent rule, or the manifest's where the second opinion raised it further.
v1::Escalation ComposeEscalation(const knowledge::v1::Manifest& manifest,
                                 const triage::Assessment& assessment, const Numbers& numbers,
                                 const Citations& citations);

// The advice at SEE_CLINICIAN, by the rules that fired or, when none did, by the manifest.
v1::ClinicianAdvice ComposeClinicianAdvice(const knowledge::v1::Manifest& manifest,
                                           const triage::Assessment& assessment,
                                           const Numbers& numbers, const Citations& citations);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_CLINICAL_ADVICE_H_
