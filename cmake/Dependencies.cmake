# Every library comes from Debian 12; docs/dependencies.md says what each is for.
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
find_package(Protobuf REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(GTest REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(ZLIB REQUIRED)
if(CHARLEY_BENCH)
  find_package(benchmark REQUIRED)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(libedit REQUIRED IMPORTED_TARGET libedit)
pkg_check_modules(jemalloc REQUIRED IMPORTED_TARGET jemalloc)
pkg_check_modules(libbrotlienc REQUIRED IMPORTED_TARGET libbrotlienc)

# Libraries that ship neither a CMake package nor a pkg-config file.
function(charley_plain_library name header library)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY ${library} REQUIRED)
  add_library(charley::${name} UNKNOWN IMPORTED)
  set_target_properties(charley::${name} PROPERTIES
    IMPORTED_LOCATION ${${name}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE})
endfunction()

charley_plain_library(stemmer libstemmer.h stemmer)
charley_plain_library(liblinear linear.h linear)
charley_plain_library(cld2 cld2/public/compact_lang_det.h cld2)

# google.rpc error details: Debian ships the protos in this package, without a C++ library.
find_path(GOOGLE_RPC_PROTOS google/rpc/error_details.proto REQUIRED
  PATHS /usr/share/gocode/src/github.com/gogo/googleapis NO_DEFAULT_PATH)

# Boost 1.81 stands beside Debian's default 1.74 under the same prefix; Beast and Asio are headers alone.
find_package(Boost 1.81 REQUIRED)
add_library(charley::boost INTERFACE IMPORTED)
target_include_directories(charley::boost SYSTEM INTERFACE ${Boost_INCLUDE_DIRS})
