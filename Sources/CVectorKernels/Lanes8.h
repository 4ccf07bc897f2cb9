#ifndef LANES8_H
#define LANES8_H

// Blocks of eight limbs, and their names outside.

#include "CVectorKernels.h"

enum { limb_count = 8 };
typedef Lanes8Prime LanesPrime;
#define LANES(operation) lanes8_##operation

#include "Block.h"

#endif
