# Warnings are errors in every target of ours. Link charley::warnings PRIVATE.
add_library(charley_warnings INTERFACE)
add_library(charley::warnings ALIAS charley_warnings)
target_compile_options(charley_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  # g++ 12 reports these inside inlined standard-library code (GCC bugs 105562 and 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
