# Sanitizers apply to the whole build, so that every object agrees on the memory layout.
if(CHARLEY_SANITIZE)
  add_compile_options(-fsanitize=${CHARLEY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CHARLEY_SANITIZE})
endif()
