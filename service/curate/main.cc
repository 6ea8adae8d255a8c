#include <iostream>

#include "service/curate/command.h"

int main(int argc, char** argv) {
  return charley::curate::RunCurate(argc, argv, std::cout, std::cerr);
}
