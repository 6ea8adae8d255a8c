// The emergency card.

#ifndef CHARLEY_CLIENT_CLI_EMERGENCY_H_
#define CHARLEY_CLIENT_CLI_EMERGENCY_H_

#include "charley/v1/assistant.pb.h"
#include "client/cli/page.h"

namespace charley::cli {

// Writes the card: "!! SEEK URGENT CARE" in reverse video, what to do, the same in the patient's
// own language where the service sent it, why, and the numbers that the action does not name. An
// empty card still says what to do.
void RenderEmergency(const v1::Escalation& escalation, Page& page);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_EMERGENCY_H_
