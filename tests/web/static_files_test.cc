#include "service/web/static_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace charley::web {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

namespace fs = std::filesystem;

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() : root_(fs::path(::testing::TempDir()) / "charley_static_files") {
    fs::remove_all(root_);
    Write("index.html", "<title>home</title>");
    Write("demo/index.html", "<title>demo</title>");
    Write("frame/index.html", "<title>frame</title>");
    Write("app-3f9a0c51.js", "let a");
    Write("app-3f9a0c51.js.br", "BROTLI");
    Write("app-3f9a0c51.js.gz", "GZIP");
    Write("widget/v0.1.0/charley.js", "let w");
    Write("sw.js", "let s");
  }
  ~StaticFilesTest() override { fs::remove_all(root_); }

  void Write(const std::string& path, const std::string& content) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << content;
  }

  HttpResponse Get(const std::string& path, Headers headers = {}) {
    const auto files = StaticFiles::Load(root_.string(), {"https://clinic.example"});
    EXPECT_TRUE(files.ok());
    return files->Answer({"GET", path, std::move(headers), ""});
  }

  const fs::path root_;
};

TEST_F(StaticFilesTest, AFolderIsItsIndexPage) {
  EXPECT_EQ(Get("/").body, "<title>home</title>");
  EXPECT_EQ(Get("/demo/").body, "<title>demo</title>");
}

TEST_F(StaticFilesTest, WhatIsNotThereIs404WithTheEmergencyLine) {
  const HttpResponse response = Get("/nothing.html");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr("call your local emergency number"));
}

TEST_F(StaticFilesTest, NoPathLeadsOutOfTheFolder) {
  for (const char* path : {"/../secret", "/demo/../../secret", "//etc/passwd", "/%2e%2e/secret"}) {
    EXPECT_EQ(Get(path).status, 404) << path;
  }
}

TEST_F(StaticFilesTest, SendsThePrecompressedFormThatTheClientTakes) {
  EXPECT_EQ(Get("/app-3f9a0c51.js", {{"accept-encoding", "gzip, deflate, br"}}).body, "BROTLI");
  const HttpResponse gzip = Get("/app-3f9a0c51.js", {{"accept-encoding", "gzip"}});
  EXPECT_EQ(gzip.body, "GZIP");
  EXPECT_THAT(gzip.headers, Contains(Pair("content-encoding", "gzip")));
  EXPECT_EQ(Get("/app-3f9a0c51.js", {{"accept-encoding", "br;q=0"}}).body, "let a");
  EXPECT_EQ(Get("/app-3f9a0c51.js").body, "let a");
}

TEST_F(StaticFilesTest, FilesWithAVersionOrAHashNeverChange) {
  for (const char* path : {"/app-3f9a0c51.js", "/widget/v0.1.0/charley.js"}) {
    EXPECT_THAT(Get(path).headers, Contains(Pair("cache-control", HasSubstr("immutable")))) << path;
  }
  for (const char* path : {"/", "/sw.js", "/demo/"}) {
    EXPECT_THAT(Get(path).headers, Contains(Pair("cache-control", "no-cache"))) << path;
  }
}

TEST_F(StaticFilesTest, AnUnchangedFileIsNotSentAgain) {
  const std::string etag(FindHeader(Get("/sw.js").headers, "etag"));
  const HttpResponse response = Get("/sw.js", {{"if-none-match", etag}});
  EXPECT_EQ(response.status, 304);
  EXPECT_TRUE(response.body.empty());
}

TEST_F(StaticFilesTest, PagesHaveAStrictPolicy) {
  const HttpResponse response = Get("/");
  EXPECT_THAT(response.headers,
              Contains(Pair("content-security-policy",
                            AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'self'"),
                                  HasSubstr("frame-ancestors 'none'"), Not(HasSubstr("unsafe"))))));
  EXPECT_THAT(response.headers, Contains(Pair("referrer-policy", "no-referrer")));
  EXPECT_THAT(response.headers, Contains(Pair("x-content-type-options", "nosniff")));
}

TEST_F(StaticFilesTest, OnlyTheFramePageMayBeFramedAndOnlyByTheListed) {
  EXPECT_THAT(Get("/frame/").headers,
              Contains(Pair("content-security-policy",
                            HasSubstr("frame-ancestors 'self' https://clinic.example"))));
}

TEST_F(StaticFilesTest, AFolderThatIsNotThereIsAnError) {
  EXPECT_EQ(StaticFiles::Load((root_ / "none").string(), {}).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace charley::web
