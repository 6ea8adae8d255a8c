#include "service/server/options.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "service/server/version.h"

namespace charley::server {
namespace {

constexpr char kDescription[] =
    "Serves Charley: answers to questions about muscle cramps, with citations.";

constexpr char kFooter[] = R"(
Signals:
  SIGTERM, SIGINT   finish the calls in flight and exit
  SIGHUP            load the pack anew; a bad pack leaves the old one in place

When it serves, it prints one line: ready grpc=HOST:PORT http=HOST:PORT|off
Without a usable pack it still serves: red flags are escalated, all else is refused.

Examples:
  charleyd
  charleyd --pack /var/lib/charley/cramps.db --grpc 127.0.0.1:50051
  charleyd --grpc 127.0.0.1:0 --reflection --log-level debug
  charleyd --grpc unix:/run/charley/charley.sock)";

void Define(CLI::App& app, Options& options, std::string& level) {
  app.footer(kFooter);
  app.set_version_flag("--version", absl::StrCat("charleyd ", kVersion));
  app.add_option("--pack", options.pack_path,
                 "Compiled knowledge pack (CHARLEY_PACK stands in for it)")
      ->type_name("PATH")
      ->capture_default_str();
  app.add_option("--grpc", options.grpc_address,
                 "Where gRPC is served: HOST:PORT or unix:PATH; port 0 picks a free one. It has no "
                 "encryption: keep it on loopback")
      ->type_name("ADDR")
      ->capture_default_str();
  app.add_option("--http", options.http_address, "Where HTTP is served: HOST:PORT; off by default")
      ->type_name("ADDR");
  app.add_flag("--reflection,!--no-reflection", options.reflection,
               "Serve gRPC reflection; off by default");
  app.add_option("--log-level", level, "Least level of the log: debug, info, warning or error")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->capture_default_str();
}

}  // namespace

std::string DefaultPackPath(const char* environment_value, const std::string& program) {
  if (environment_value != nullptr && *environment_value != '\0') return environment_value;
  const auto folder = std::filesystem::path(program).parent_path();
  return (folder / "../share/charley/packs/cramps.db").lexically_normal().string();
}

ParsedOptions ParseOptions(int argc, const char* const* argv, const std::string& default_pack,
                           std::ostream& out, std::ostream& err) {
  ParsedOptions parsed;
  parsed.options.pack_path = default_pack;
  std::string level(NameOf(parsed.options.log_level));
  CLI::App app(kDescription, "charleyd");
  Define(app, parsed.options, level);
  // CLI11 reports by exceptions; they end here.
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    parsed.exit_code = app.exit(success, out, err);
  } catch (const CLI::ParseError& error) {
    err << "charleyd: " << error.what() << "; see charleyd --help\n";
    parsed.exit_code = 2;
  }
  parsed.options.log_level = ParseLogLevel(level).value_or(LogLevel::kInfo);
  return parsed;
}

}  // namespace charley::server
