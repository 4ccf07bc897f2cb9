#ifndef C_VECTOR_KERNELS_H
#define C_VECTOR_KERNELS_H

// Arithmetic modulo a prime in eight lanes at once, for x86-64 processors with AVX-512 IFMA. Nothing is
// declared for others.
//
// A block holds eight elements of a field: word 8 j + i is limb j, of 52 bits, of the element in lane i.
// The elements are the same integers below p as in 64-bit words, x 2^256 or x 2^384 mod p for x
// (Montgomery representation), so that putting them into lanes moves bits and computes nothing.
//
// Blocks are aligned to 64 bytes. Results may overwrite operands. All results are below p.

#if defined(__x86_64__)

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Begins to bring a line of memory into the second-level cache.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 2); }

/// Whether this processor and its operating system can run the functions below.
bool lanes_are_supported(void);

// Five limbs for elements of four words, and p < 2^255.

typedef struct {
    /// p in limbs of 52 bits, least significant first.
    uint64_t modulus[5];
    /// −1/p mod 2^52.
    uint64_t inverse;
} Lanes5Prime;

enum { lanes5_words_per_block = 40 };

// Eight limbs for elements of six words, and p < 2^383.

typedef struct {
    uint64_t modulus[8];
    uint64_t inverse;
} Lanes8Prime;

enum { lanes8_words_per_block = 64 };

// The operations, for either number of limbs; p is odd.
//
// Elements are in 64-bit words, least significant first, at any address; `stride` bytes from one to the next.
//
// - load: puts elements 0, 1, 2, … into lanes.
// - store: puts lanes back into elements 0, 1, 2, …
// - gather: puts the elements of these indices into lanes; the highest bit of an index is ignored.
// - gather_signed: the same, but elements whose index has its highest bit set become their negatives.
// - scatter: puts lanes back into the elements of these indices. Where indices are equal, so must be the
//   lanes.
//
// Lane by lane:
//
// - multiply: a b, in Montgomery representation.
// - multiply_difference: (a − b) c, in Montgomery representation.
// - scale: every lane of a times the one element b, which is given in limbs.
// - add: a + b
// - negate: −a
// - subtract: a − b
// - multiply_quadratic: (a0 + a1 u)(b0 + b1 u) with u² = −1, in Montgomery representation.
// - multiply_difference_quadratic: (a0 − b0 + (a1 − b1) u)(c0 + c1 u), for p with its top two bits clear.
// - square_quadratic: (a0 + a1 u)²

#define DECLARE_OPERATIONS(lanes_, Prime) \
    void lanes_##load(uint64_t *lanes, const void *elements, size_t stride, size_t blocks); \
    void lanes_##store(void *elements, const uint64_t *lanes, size_t stride, size_t blocks); \
    void lanes_##gather( \
        uint64_t *lanes, const void *elements, size_t stride, const uint32_t *indices, size_t blocks); \
    void lanes_##gather_signed( \
        uint64_t *lanes, const void *elements, size_t stride, const uint32_t *indices, size_t blocks, \
        const Prime *p); \
    void lanes_##scatter( \
        void *elements, const uint64_t *lanes, size_t stride, const uint32_t *indices, size_t blocks); \
    void lanes_##multiply( \
        uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Prime *p); \
    void lanes_##multiply_difference( \
        uint64_t *result, const uint64_t *a, const uint64_t *b, const uint64_t *c, size_t blocks, \
        const Prime *p); \
    void lanes_##scale( \
        uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Prime *p); \
    void lanes_##add( \
        uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Prime *p); \
    void lanes_##negate(uint64_t *result, const uint64_t *a, size_t blocks, const Prime *p); \
    void lanes_##subtract( \
        uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Prime *p); \
    void lanes_##multiply_quadratic( \
        uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, const uint64_t *b0, \
        const uint64_t *b1, size_t blocks, const Prime *p); \
    void lanes_##multiply_difference_quadratic( \
        uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, const uint64_t *b0, \
        const uint64_t *b1, const uint64_t *c0, const uint64_t *c1, size_t blocks, const Prime *p); \
    void lanes_##square_quadratic( \
        uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, size_t blocks, const Prime *p);

DECLARE_OPERATIONS(lanes5_, Lanes5Prime)
DECLARE_OPERATIONS(lanes8_, Lanes8Prime)
#undef DECLARE_OPERATIONS

// Number-theoretic transforms of columns of a matrix, eight at a time.
//
// Factors that stay the same for many products are given as x 2^260 mod p for x, in five limbs: with them,
// products keep the representation of the other operand.

/// Eight columns of elements in four words, at any address.
typedef struct {
    void *elements;
    /// Bytes from a row to the next, and from one of the eight columns to the next.
    size_t row_stride, column_stride;
} Lanes5Columns;

/// Evaluates the eight polynomials whose coefficients are the columns of `source`, of 2^log_rows rows, at
/// 2^log_rows points s ω^k, multiplies value k of lane i by first[i] · ratio[i]^k, and stores it in row k of
/// `result`.
///
/// - twiddles: for every half-size h = 1, 2, 4, …, 2^(log_rows − 1), from factor h on: s, s ω, … s ω^(h − 1)
///   with ω^h = −1, where s and ω of a half-size are the squares of those of the next.
/// - starts_with_one: whether s = 1.
/// - first, ratio: one block of factors each, of any alignment; no ratio means 1.
/// - work: 2^log_rows blocks.
///
/// - Precondition: 1 ≤ log_rows ≤ 14.
void lanes5_transform_columns(
    Lanes5Columns result, Lanes5Columns source, unsigned log_rows, const uint64_t *twiddles,
    bool starts_with_one, const uint64_t *first, const uint64_t *ratio, uint64_t *work,
    const Lanes5Prime *p);

#endif

#endif
