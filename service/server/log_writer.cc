#include "service/server/log_writer.h"

#include <algorithm>
#include <utility>

#include "absl/time/time.h"
#include "service/answer/limits.h"

namespace charley::server {
namespace {

// A batch is written when it is this old, or this large: the capacity of a pipe.
constexpr absl::Duration kGatherTime = absl::Milliseconds(20);
constexpr size_t kGatherBytes = size_t{64} << 10;

}  // namespace

LogWriter::LogWriter(LogSink sink) : sink_(std::move(sink)), thread_([this] { Run(); }) {}

LogWriter::~LogWriter() {
  {
    const absl::MutexLock lock(&mutex_);
    is_ending_ = true;
    changed_.Signal();
  }
  thread_.join();
}

void LogWriter::Add(absl::string_view lines) {
  const absl::MutexLock lock(&mutex_);
  const size_t before = waiting_.size();
  if (before + lines.size() > limits::kMostWaitingLogBytes) {
    dropped_ += std::count(lines.begin(), lines.end(), '\n');
    return;
  }
  waiting_.append(lines.data(), lines.size());
  if (before == 0 || (before < kGatherBytes && waiting_.size() >= kGatherBytes)) changed_.Signal();
}

void LogWriter::Run() {
  for (bool is_last = false; !is_last;) {
    const Batch batch = Gather();
    if (!batch.lines.empty()) sink_(batch.lines);
    if (batch.dropped > 0) {
      Log(sink_, LogLevel::kWarning)
          .Write(LogLevel::kWarning, "log_lines_dropped", {{"lines", batch.dropped}});
    }
    is_last = batch.is_last;
  }
}

LogWriter::Batch LogWriter::Gather() {
  const absl::MutexLock lock(&mutex_);
  while (waiting_.empty() && !is_ending_) changed_.Wait(&mutex_);
  if (waiting_.size() < kGatherBytes && !is_ending_) {
    changed_.WaitWithTimeout(&mutex_, kGatherTime);
  }
  return {std::exchange(waiting_, {}), std::exchange(dropped_, 0), is_ending_};
}

}  // namespace charley::server
