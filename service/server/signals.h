// Signals, taken one after the other by a thread that waits for them.

#ifndef CHARLEY_SERVICE_SERVER_SIGNALS_H_
#define CHARLEY_SERVICE_SERVER_SIGNALS_H_

namespace charley::server {

// What a signal asks for.
enum class Request { kStop, kReload };

// Keeps SIGTERM, SIGINT and SIGHUP from interrupting any thread, so that WaitForRequest gets them,
// and ignores SIGPIPE: a closed log must not end the service. Call it before any thread starts.
void BlockSignals();

// Waits for the next signal: SIGTERM and SIGINT ask to stop, SIGHUP asks to reload.
Request WaitForRequest();

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_SIGNALS_H_
