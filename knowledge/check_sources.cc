// Sources carry who says it, since when, and until when that may be trusted.

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "knowledge/check.h"

namespace charley::knowledge {
namespace {

// The host of an https address; empty when there is none. Anything but a plain name (a user, a
// port, a backslash that a browser reads as a slash) gives none.
absl::string_view HostOf(absl::string_view uri) {
  if (!absl::ConsumePrefix(&uri, "https://")) return "";
  const absl::string_view host = uri.substr(0, uri.find_first_of("/?#"));
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return absl::ascii_isalnum(c) || c == '-' || c == '.';
  });
  return plain ? host : "";
}

bool IsAllowedHost(absl::string_view host, const v1::Manifest& manifest) {
  for (const std::string& allowed : manifest.allowed_hosts()) {
    if (host == allowed || absl::EndsWith(host, absl::StrCat(".", allowed))) return true;
  }
  return false;
}

bool IsPartialDate(absl::string_view date) {
  absl::CivilDay day;
  absl::CivilMonth month;
  absl::CivilYear year;
  return absl::ParseCivilTime(date, &day) || absl::ParseCivilTime(date, &month) ||
         absl::ParseCivilTime(date, &year);
}

class SourceCheck {
 public:
  SourceCheck(const v1::Pack& pack, absl::CivilDay today, std::vector<Problem>& problems)
      : pack_(pack), today_(today), problems_(problems) {}

  void Check(const v1::Source& source) {
    source_ = &source;
    if (source.title().empty()) Error("has no title", "write the title that it carries");
    if (source.publisher().empty()) Error("has no publisher", "name who published it");
    if (!IsPartialDate(source.date())) {
      Error(absl::StrCat("has the date '", source.date(), "'"),
            "write when it was published or last reviewed, such as 2025-12-24, 2025-12 or 2025");
    }
    CheckUri();
    CheckReview();
  }

 private:
  void CheckUri() {
    if (source_->uri().empty()) return;
    if (!IsAllowedHost(HostOf(source_->uri()), pack_.manifest())) {
      Error(absl::StrCat("has the uri '", source_->uri(), "'"),
            "use an https address of a host in manifest.allowed_hosts, or leave it empty");
    }
  }

  void CheckReview() {
    absl::CivilDay day;
    if (source_->read_on().empty()) {
      Add(Severity::kWarning, "has not been opened by the curators",
          "read it, correct what the pack says of it, and set read_on");
    } else if (!absl::ParseCivilTime(source_->read_on(), &day)) {
      Error(absl::StrCat("has read_on '", source_->read_on(), "'"),
            "write the day on which it was read, such as 2026-11-23");
    }
    if (!absl::ParseCivilTime(source_->review_due(), &day)) {
      Error(absl::StrCat("has review_due '", source_->review_due(), "'"),
            "write the day by which it must be read again");
    } else if (day < today_) {
      Add(Severity::kWarning, absl::StrCat("was due for review on ", source_->review_due()),
          "read it again, correct what changed, and set read_on and review_due");
    }
  }

  void Error(std::string what, std::string remedy) {
    Add(Severity::kError, std::move(what), std::move(remedy));
  }
  void Add(Severity severity, std::string what, std::string remedy) {
    problems_.push_back(
        {severity, absl::StrCat("source ", source_->id()), std::move(what), std::move(remedy)});
  }

  const v1::Pack& pack_;
  const absl::CivilDay today_;
  std::vector<Problem>& problems_;
  const v1::Source* source_ = nullptr;
};

}  // namespace

void CheckSources(const v1::Pack& pack, absl::CivilDay today, std::vector<Problem>& problems) {
  SourceCheck check(pack, today, problems);
  for (const v1::Source& source : pack.sources()) check.Check(source);
}

}  // namespace charley::knowledge
