# ccache, where it is installed, makes a second build a matter of seconds.
find_program(CHARLEY_CCACHE ccache)
if(CHARLEY_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CHARLEY_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CHARLEY_CCACHE})
endif()
