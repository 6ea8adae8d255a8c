// charleyd: the service. Wires only; everything else is in libraries that tests link.

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "service/server/library_logs.h"
#include "service/server/log.h"
#include "service/server/log_writer.h"
#include "service/server/options.h"
#include "service/server/process.h"
#include "service/server/server.h"
#include "service/server/signals.h"

int main(int argc, char** argv) {
  namespace server = charley::server;
  server::PrepareProcess();
  std::error_code error;
  const std::string program = std::filesystem::read_symlink("/proc/self/exe", error).string();
  server::Options defaults;
  defaults.pack_path = server::DefaultPackPath(std::getenv("CHARLEY_PACK"), program);
  defaults.http.web_root = server::DefaultWebRoot(program);
  const auto parsed = server::ParseOptions(argc, argv, defaults, std::cout, std::cerr);
  if (parsed.exit_code.has_value()) return *parsed.exit_code;
  server::BlockSignals();
  server::SilenceLibraries(parsed.options.log_level);
  server::LogWriter writer(server::WriteToStandardError);
  const server::Log log([&writer](absl::string_view line) { writer.Add(line); },
                        parsed.options.log_level);
  const auto running = server::Server::Create(parsed.options, log);
  if (!running.ok()) {
    std::cerr << "charleyd: " << running.status().message() << std::endl;
    return EXIT_FAILURE;
  }
  std::cout << (*running)->ReadyLine() << std::endl;
  (*running)->Wait();
  return EXIT_SUCCESS;
}
