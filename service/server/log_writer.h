// Takes the writing of log lines off the threads that answer.

#ifndef CHARLEY_SERVICE_SERVER_LOG_WRITER_H_
#define CHARLEY_SERVICE_SERVER_LOG_WRITER_H_

#include <cstdint>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "service/server/log.h"

namespace charley::server {

// Gathers lines and hands them to a sink from a thread of its own, some hundredths of a second
// later and many at once: a system call a line costs as much as half an answer. A process that is
// killed loses the lines of that time. Thread-safe.
class LogWriter {
 public:
  // `sink` takes whole lines, one or more at a time, and only on the writer's thread.
  explicit LogWriter(LogSink sink);
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;
  // Writes what still waits.
  ~LogWriter();

  // Takes one or more lines, each with its line feed. Does not wait for the sink: when
  // limits::kMostWaitingLogBytes wait because the sink is stuck, lines are dropped and counted, and
  // a line of event "log_lines_dropped" tells how many.
  void Add(absl::string_view lines) ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  // What one turn writes.
  struct Batch {
    std::string lines;
    int64_t dropped = 0;  // after them
    bool is_last = false;
  };

  void Run();
  Batch Gather() ABSL_LOCKS_EXCLUDED(mutex_);

  const LogSink sink_;
  absl::Mutex mutex_;
  absl::CondVar changed_;  // by the first line of a batch, a full batch, or the end
  std::string waiting_ ABSL_GUARDED_BY(mutex_);
  int64_t dropped_ ABSL_GUARDED_BY(mutex_) = 0;
  bool is_ending_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_LOG_WRITER_H_
