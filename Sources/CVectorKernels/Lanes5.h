#ifndef LANES5_H
#define LANES5_H

// One block in registers, and the arithmetic on it that the array operations are made of.
//
// Bounds are given as multiples of p < 2^255. A block is *normal* if all its limbs are in 0 ..< 2^52, as the
// multiplier needs: it looks at the low 52 bits only. Between two products limbs are signed 64-bit numbers,
// of any size that a few additions leave them in.

#include "CVectorKernels.h"

#include <immintrin.h>

/// For functions that are compiled for AVX-512 IFMA, whatever the rest of the program is compiled for.
#define LANES_FUNCTION __attribute__((target("avx512f,avx512dq,avx512ifma")))
/// For their parts, which must melt into them: a block stays in registers then.
#define LANES_INLINE static inline __attribute__((always_inline, target("avx512f,avx512dq,avx512ifma")))

enum { limb_count = 5, limb_bits = 52 };
static const uint64_t limb_mask = ((uint64_t)1 << limb_bits) - 1;

typedef struct {
    __m512i limb[limb_count];
} Block;

/// p, and −1/p mod 2^52, in every lane.
typedef struct {
    __m512i modulus[limb_count];
    __m512i inverse;
} Prime;

LANES_INLINE Prime broadcast_prime(const Lanes5Prime *p) {
    Prime prime;
    for (int j = 0; j < limb_count; j++) prime.modulus[j] = _mm512_set1_epi64((long long)p->modulus[j]);
    prime.inverse = _mm512_set1_epi64((long long)p->inverse);
    return prime;
}

// MARK: Memory

LANES_INLINE Block read_block(const uint64_t *lanes) {
    Block block;
    for (int j = 0; j < limb_count; j++) block.limb[j] = _mm512_load_si512(lanes + 8 * j);
    return block;
}

LANES_INLINE Block read_unaligned_block(const uint64_t *lanes) {
    Block block;
    for (int j = 0; j < limb_count; j++) block.limb[j] = _mm512_loadu_si512(lanes + 8 * j);
    return block;
}

LANES_INLINE void write_block(uint64_t *lanes, Block block) {
    for (int j = 0; j < limb_count; j++) _mm512_store_si512(lanes + 8 * j, block.limb[j]);
}

/// One element, in five limbs, in every lane.
LANES_INLINE Block broadcast_element(const uint64_t *limbs) {
    Block block;
    for (int j = 0; j < limb_count; j++) block.limb[j] = _mm512_set1_epi64((long long)limbs[j]);
    return block;
}

/// Two elements of four words in one register.
LANES_INLINE __m512i read_two(const uint64_t *first, const uint64_t *second) {
    return _mm512_inserti64x4(
        _mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)first)),
        _mm256_loadu_si256((const __m256i *)second), 1);
}

LANES_INLINE void write_two(uint64_t *first, uint64_t *second, __m512i elements) {
    _mm256_storeu_si256((__m256i *)first, _mm512_castsi512_si256(elements));
    _mm256_storeu_si256((__m256i *)second, _mm512_extracti64x4_epi64(elements, 1));
}

/// Where the elements of eight lanes start, counted in words.
typedef struct {
    size_t words[8];
} Offsets;

LANES_INLINE Offsets equidistant(size_t stride) {
    Offsets offset;
    for (size_t i = 0; i < 8; i++) offset.words[i] = i * stride;
    return offset;
}

/// Returns the 52 bits from bit `position` of two words on.
LANES_INLINE __m512i bits52(__m512i low, __m512i high, int position) {
    __m512i bits = _mm512_or_si512(
        _mm512_srli_epi64(low, (unsigned)position), _mm512_slli_epi64(high, (unsigned)(64 - position)));
    return _mm512_and_si512(bits, _mm512_set1_epi64((long long)limb_mask));
}

/// Returns the elements of four words at these offsets.
LANES_INLINE Block read_elements(const uint64_t *elements, Offsets at) {
    const size_t *offset = at.words;
    __m512i e01 = read_two(elements + offset[0], elements + offset[1]);
    __m512i e23 = read_two(elements + offset[2], elements + offset[3]);
    __m512i e45 = read_two(elements + offset[4], elements + offset[5]);
    __m512i e67 = read_two(elements + offset[6], elements + offset[7]);
    // Words 0 and 2 of elements 0, 2, 1, 3, then their words 1 and 3; the same for elements 4 to 7.
    __m512i even03 = _mm512_unpacklo_epi64(e01, e23), odd03 = _mm512_unpackhi_epi64(e01, e23);
    __m512i even47 = _mm512_unpacklo_epi64(e45, e67), odd47 = _mm512_unpackhi_epi64(e45, e67);
    const __m512i lower = _mm512_setr_epi64(0, 4, 1, 5, 8, 12, 9, 13);
    const __m512i upper = _mm512_setr_epi64(2, 6, 3, 7, 10, 14, 11, 15);
    __m512i w0 = _mm512_permutex2var_epi64(even03, lower, even47);
    __m512i w1 = _mm512_permutex2var_epi64(odd03, lower, odd47);
    __m512i w2 = _mm512_permutex2var_epi64(even03, upper, even47);
    __m512i w3 = _mm512_permutex2var_epi64(odd03, upper, odd47);
    // 256 bits in limbs of 52: the last one has 48.
    Block block;
    block.limb[0] = _mm512_and_si512(w0, _mm512_set1_epi64((long long)limb_mask));
    block.limb[1] = bits52(w0, w1, 52);
    block.limb[2] = bits52(w1, w2, 40);
    block.limb[3] = bits52(w2, w3, 28);
    block.limb[4] = _mm512_srli_epi64(w3, 16);
    return block;
}

/// Writes a normal block, of values below 2^256, as elements of four words at these offsets.
LANES_INLINE void write_elements(uint64_t *elements, Offsets at, Block block) {
    const size_t *offset = at.words;
    const __m512i *l = block.limb;
    __m512i w0 = _mm512_or_si512(l[0], _mm512_slli_epi64(l[1], 52));
    __m512i w1 = _mm512_or_si512(_mm512_srli_epi64(l[1], 12), _mm512_slli_epi64(l[2], 40));
    __m512i w2 = _mm512_or_si512(_mm512_srli_epi64(l[2], 24), _mm512_slli_epi64(l[3], 28));
    __m512i w3 = _mm512_or_si512(_mm512_srli_epi64(l[3], 36), _mm512_slli_epi64(l[4], 16));
    const __m512i lower = _mm512_setr_epi64(0, 2, 8, 10, 1, 3, 9, 11);
    const __m512i upper = _mm512_setr_epi64(4, 6, 12, 14, 5, 7, 13, 15);
    __m512i even03 = _mm512_permutex2var_epi64(w0, lower, w2);
    __m512i odd03 = _mm512_permutex2var_epi64(w1, lower, w3);
    __m512i even47 = _mm512_permutex2var_epi64(w0, upper, w2);
    __m512i odd47 = _mm512_permutex2var_epi64(w1, upper, w3);
    write_two(elements + offset[0], elements + offset[1], _mm512_unpacklo_epi64(even03, odd03));
    write_two(elements + offset[2], elements + offset[3], _mm512_unpackhi_epi64(even03, odd03));
    write_two(elements + offset[4], elements + offset[5], _mm512_unpacklo_epi64(even47, odd47));
    write_two(elements + offset[6], elements + offset[7], _mm512_unpackhi_epi64(even47, odd47));
}

// MARK: Sums

LANES_INLINE Block zero_block(void) {
    Block block;
    for (int j = 0; j < limb_count; j++) block.limb[j] = _mm512_setzero_si512();
    return block;
}

/// Returns a, but b in the lanes of the mask.
LANES_INLINE Block select_block(Block a, Block b, __mmask8 mask) {
    for (int j = 0; j < limb_count; j++) a.limb[j] = _mm512_mask_mov_epi64(a.limb[j], mask, b.limb[j]);
    return a;
}

LANES_INLINE Block plus(Block a, Block b) {
    for (int j = 0; j < limb_count; j++) a.limb[j] = _mm512_add_epi64(a.limb[j], b.limb[j]);
    return a;
}

LANES_INLINE Block minus(Block a, Block b) {
    for (int j = 0; j < limb_count; j++) a.limb[j] = _mm512_sub_epi64(a.limb[j], b.limb[j]);
    return a;
}

/// Carries from limb to limb, so that all but the last are below 2^52; the last has the sign of the value.
///
/// Limbs must lie within ±2^62. Normal afterwards if the value is in 0 ..< 2^260.
LANES_INLINE Block carried(Block a) {
    const __m512i mask = _mm512_set1_epi64((long long)limb_mask);
    for (int j = 0; j + 1 < limb_count; j++) {
        a.limb[j + 1] = _mm512_add_epi64(a.limb[j + 1], _mm512_srai_epi64(a.limb[j], limb_bits));
        a.limb[j] = _mm512_and_si512(a.limb[j], mask);
    }
    return a;
}

/// Returns b, but a in the lanes where b is negative, both carried. They do not wait for each other.
LANES_INLINE Block second_unless_negative(Block a, Block b) {
    a = carried(a);
    b = carried(b);
    return select_block(b, a, _mm512_movepi64_mask(b.limb[limb_count - 1]));
}

LANES_INLINE Block plus_modulus(Block a, Prime p) {
    for (int j = 0; j < limb_count; j++) a.limb[j] = _mm512_add_epi64(a.limb[j], p.modulus[j]);
    return a;
}

LANES_INLINE Block minus_modulus(Block a, Prime p) {
    for (int j = 0; j < limb_count; j++) a.limb[j] = _mm512_sub_epi64(a.limb[j], p.modulus[j]);
    return a;
}

/// Takes −p ..< p, of any limbs, to a normal 0 ..< p.
LANES_INLINE Block plus_modulus_if_negative(Block a, Prime p) {
    return second_unless_negative(plus_modulus(a, p), a);
}

/// Takes 0 ..< 2p, of any limbs, to a normal 0 ..< p.
LANES_INLINE Block reduced(Block a, Prime p) {
    return second_unless_negative(a, minus_modulus(a, p));
}

// MARK: Products

/// Returns 16 b, normal, for a normal b < 2^256.
LANES_INLINE Block times16(Block b) {
    const __m512i mask = _mm512_set1_epi64((long long)limb_mask);
    for (int j = limb_count - 1; j > 0; j--) {
        b.limb[j] = _mm512_or_si512(
            _mm512_and_si512(_mm512_slli_epi64(b.limb[j], 4), mask),
            _mm512_srli_epi64(b.limb[j - 1], limb_bits - 4));
    }
    b.limb[0] = _mm512_and_si512(_mm512_slli_epi64(b.limb[0], 4), mask);
    return b;
}

/// Sets results to a b / 2^260 modulo p, for normal a and b with a b ≤ 2^260 p: values below 2p, limbs below
/// 2^57.
///
/// Column after column of the product; the lowest five are cleared by adding multiples m p as they come. Of
/// each product of limbs the low half goes to its column and the high half to the next. Four sums per column
/// do not wait for each other, and two products at a time keep the multipliers busy while either waits for
/// its m. A sum has at most five numbers below 2^52 and a carry below 2^6, a column four sums. What comes out
/// is (a b + M p) / 2^260 with M < 2^260, less than p + p.
LANES_INLINE void multiply(const int count, Block *result, const Block *a, const Block *b, Prime p) {
    const __m512i zero = _mm512_setzero_si512();
    const __m512i mask = _mm512_set1_epi64((long long)limb_mask);
    __m512i m[2][limb_count], column[2], carry[2] = {zero, zero};
#pragma clang loop unroll(full)
    for (int k = 0; k < 2 * limb_count; k++) {
#pragma clang loop unroll(full)
        for (int u = 0; u < count; u++) {
            __m512i low = zero, high = zero, low_m = carry[u], high_m = zero;
#pragma clang loop unroll(full)
            for (int i = 0; i < limb_count; i++) {
                const int j = k - i;
                if (0 <= j && j < limb_count) {
                    low = _mm512_madd52lo_epu64(low, a[u].limb[j], b[u].limb[i]);
                    // The lowest limb of m p shows in the carry only.
                    if (j > 0) low_m = _mm512_madd52lo_epu64(low_m, m[u][i], p.modulus[j]);
                }
                if (1 <= j && j <= limb_count) {
                    high = _mm512_madd52hi_epu64(high, a[u].limb[j - 1], b[u].limb[i]);
                    high_m = _mm512_madd52hi_epu64(high_m, m[u][i], p.modulus[j - 1]);
                }
            }
            column[u] = _mm512_add_epi64(_mm512_add_epi64(low, high), _mm512_add_epi64(low_m, high_m));
        }
#pragma clang loop unroll(full)
        for (int u = 0; u < count; u++) {
            if (k < limb_count) {
                m[u][k] = _mm512_madd52lo_epu64(zero, column[u], p.inverse);
                // column + m p₀ is a multiple of 2^52: the column rounded up.
                carry[u] = _mm512_srli_epi64(_mm512_add_epi64(column[u], mask), limb_bits);
            } else {
                result[u].limb[k - limb_count] = column[u];
                carry[u] = zero;
            }
        }
    }
}

/// Returns one product; bounds as of `multiply`.
LANES_INLINE Block product(Block a, Block b, Prime p) {
    Block result;
    multiply(1, &result, &a, &b, p);
    return result;
}

/// Multiplies both of two blocks, which must not be the same; bounds as of `multiply`.
LANES_INLINE void multiply_both(Block *a0, Block b0, Block *a1, Block b1, Prime p) {
    const Block a[2] = {*a0, *a1}, b[2] = {b0, b1};
    Block result[2];
    multiply(2, result, a, b, p);
    *a0 = result[0];
    *a1 = result[1];
}

#endif
