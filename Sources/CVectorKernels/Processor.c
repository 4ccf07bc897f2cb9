#if defined(__x86_64__)

#include "CVectorKernels.h"

bool lanes_are_supported(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512ifma");
}

#endif
