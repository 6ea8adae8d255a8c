#include "service/server/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
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
  charleyd --grpc unix:/run/charley/charley.sock
  charleyd --http 127.0.0.1:8080 --allow-embedding https://clinic.example)";

// An origin as browsers send it. Anything else would never match, or would break out of a header
// field.
std::string IsOrigin(const std::string& origin) {
  absl::string_view rest = origin;
  const bool has_scheme =
      absl::ConsumePrefix(&rest, "https://") || absl::ConsumePrefix(&rest, "http://");
  const bool plain = std::all_of(rest.begin(), rest.end(), [](unsigned char c) {
    return absl::ascii_isalnum(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
  });
  if (has_scheme && !rest.empty() && plain) return "";
  return "'" + origin + "' is no origin: write it as https://clinic.example, without a path";
}

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
  app.add_option(
         "--http", options.http.address,
         "Where HTTP is served (Connect, gRPC-Web, the web clients): HOST:PORT; off by default")
      ->type_name("ADDR");
  app.add_option("--web-root", options.http.web_root, "Folder of the web clients' files")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--allow-origin", options.http.origins,
                 "A web site that may call the API from a browser, such as https://clinic.example; "
                 "may be repeated; none by default")
      ->type_name("ORIGIN")
      ->check(IsOrigin);
  app.add_option("--allow-embedding", options.http.embedders,
                 "A web site that may show the widget; may be repeated; none but this server's own "
                 "demo by default")
      ->type_name("ORIGIN")
      ->check(IsOrigin);
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

std::string DefaultWebRoot(const std::string& program) {
  const auto folder = std::filesystem::path(program).parent_path();
  const auto root = (folder / "../share/charley/web").lexically_normal();
  std::error_code error;
  return std::filesystem::is_directory(root, error) ? root.string() : "";
}

ParsedOptions ParseOptions(int argc, const char* const* argv, const Options& defaults,
                           std::ostream& out, std::ostream& err) {
  ParsedOptions parsed;
  parsed.options = defaults;
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
  if (parsed.options.http.address == "off") parsed.options.http.address.clear();
  parsed.options.log_level = ParseLogLevel(level).value_or(LogLevel::kInfo);
  return parsed;
}

}  // namespace charley::server
