#include "service/server/signals.h"

#include <csignal>

namespace charley::server {
namespace {

sigset_t HandledSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  return signals;
}

}  // namespace

void BlockSignals() {
  const sigset_t signals = HandledSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Request WaitForRequest() {
  const sigset_t signals = HandledSignals();
  int signal = 0;
  sigwait(&signals, &signal);
  return signal == SIGHUP ? Request::kReload : Request::kStop;
}

}  // namespace charley::server
