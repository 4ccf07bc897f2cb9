#ifndef LANES5_H
#define LANES5_H

// Blocks of five limbs, and their names outside.

#include "CVectorKernels.h"

enum { limb_count = 5 };
typedef Lanes5Prime LanesPrime;
#define LANES(operation) lanes5_##operation

#include "Block.h"

#endif
