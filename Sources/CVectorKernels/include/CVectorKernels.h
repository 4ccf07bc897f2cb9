#ifndef C_VECTOR_KERNELS_H
#define C_VECTOR_KERNELS_H

// Arithmetic modulo a prime in eight lanes at once, for x86-64 processors with AVX-512 IFMA. Nothing is
// declared for others.
//
// A block holds eight elements of a field: word 8 j + i is limb j, of 52 bits, of the element in lane i.
// The elements are the same integers below p as in 64-bit words, x 2^256 mod p for x (Montgomery
// representation), so that putting them into lanes moves bits and computes nothing.
//
// Blocks are aligned to 64 bytes. Results may overwrite operands. All results are below p.

#if defined(__x86_64__)

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor and its operating system can run the functions below.
bool lanes_are_supported(void);

/// An odd p < 2^255.
typedef struct {
    /// p in limbs of 52 bits, least significant first.
    uint64_t modulus[5];
    /// −1/p mod 2^52.
    uint64_t inverse;
} Lanes5Prime;

enum { lanes5_words_per_block = 40 };

// Elements in four 64-bit words, least significant first; `stride` words from one to the next.

/// Puts elements 0, 1, 2, … into lanes.
void lanes5_load(uint64_t *lanes, const uint64_t *elements, size_t stride, size_t blocks);
/// Puts lanes back into elements 0, 1, 2, …
void lanes5_store(uint64_t *elements, const uint64_t *lanes, size_t stride, size_t blocks);
/// Puts the elements of these indices into lanes.
void lanes5_gather(
    uint64_t *lanes, const uint64_t *elements, size_t stride, const uint32_t *indices, size_t blocks);
/// Puts lanes back into the elements of these indices. Where indices are equal, so must be the lanes.
void lanes5_scatter(
    uint64_t *elements, const uint64_t *lanes, size_t stride, const uint32_t *indices, size_t blocks);

// Lane by lane.

/// a b, in Montgomery representation.
void lanes5_multiply(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p);
/// Every lane of a times the one element b, which is given in five limbs.
void lanes5_scale(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p);
/// a + b
void lanes5_add(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p);
/// −a
void lanes5_negate(uint64_t *result, const uint64_t *a, size_t blocks, const Lanes5Prime *p);
/// a − b
void lanes5_subtract(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p);

#endif

#endif
