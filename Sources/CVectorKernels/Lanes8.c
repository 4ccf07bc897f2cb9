#if defined(__x86_64__)

#include "Lanes8.h"
#include "ArrayOperations.h"

#endif
