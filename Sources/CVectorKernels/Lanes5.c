#if defined(__x86_64__)

#include "Lanes5.h"
#include "ArrayOperations.h"

#endif
