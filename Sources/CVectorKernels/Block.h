#ifndef BLOCK_H
#define BLOCK_H

// One block in registers, and the arithmetic on it that the array operations are made of. It is written once
// for every number of limbs: who includes this file says `limb_count`, and what `LanesPrime` is.
//
// L is 52 · limb_count, the size of a block's elements in bits, and W that of elements in words: 260 and 256
// for five limbs, 416 and 384 for eight. Bounds are given as multiples of p < 2^(W − 1). A block is *normal*
// if all its limbs are in 0 ..< 2^52, as the multiplier needs: it looks at the low 52 bits only. Between two
// products limbs are signed 64-bit numbers, of any size that a few additions leave them in.

#include <immintrin.h>

/// For functions that are compiled for AVX-512 IFMA, whatever the rest of the program is compiled for.
#define LANES_FUNCTION __attribute__((target("avx512f,avx512dq,avx512ifma")))
/// For their parts, which must melt into them: a block stays in registers then.
#define LANES_INLINE static inline __attribute__((always_inline, target("avx512f,avx512dq,avx512ifma")))

/// For loops over limbs or words: a block that is indexed by a variable would have to lie in memory.
#define UNROLLED _Pragma("clang loop unroll(full)")

enum {
    limb_bits = 52,
    word_count = limb_bits * limb_count / 64,
    /// L − W
    spare_bits = limb_bits * limb_count - 64 * word_count,
};
static const uint64_t limb_mask = ((uint64_t)1 << limb_bits) - 1;

typedef struct {
    __m512i limb[limb_count];
} Block;

/// p, and −1/p mod 2^52, in every lane.
typedef struct {
    __m512i modulus[limb_count];
    __m512i inverse;
} Prime;

LANES_INLINE Prime broadcast_prime(const LanesPrime *p) {
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

/// One element, in limbs, in every lane.
LANES_INLINE Block broadcast_element(const uint64_t *limbs) {
    Block block;
    for (int j = 0; j < limb_count; j++) block.limb[j] = _mm512_set1_epi64((long long)limbs[j]);
    return block;
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
/// Limbs must lie within ±2^62. Normal afterwards if the value is in 0 ..< 2^L.
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

/// Returns 2^(L − W) b for a normal b < 2^W. The lower 52 bits of its limbs are right: enough for a factor.
///
/// With it a product leaves 2^W where it divides by 2^L. Of a, b < p it is below 2p:
/// a · 2^(L − W) b < 2^(W − 1) · 2^(L − W) p < 2^L p.
LANES_INLINE Block shifted(Block b) {
    UNROLLED for (int j = limb_count - 1; j > 0; j--) {
        b.limb[j] = _mm512_or_si512(
            _mm512_slli_epi64(b.limb[j], spare_bits), _mm512_srli_epi64(b.limb[j - 1], limb_bits - spare_bits));
    }
    b.limb[0] = _mm512_slli_epi64(b.limb[0], spare_bits);
    return b;
}

/// Sets each result to a sum of `terms` products a b, divided by 2^L, modulo p. For sums up to 2^L p these are
/// values below 2p with limbs below 2^59. Of the limbs of a and b the lower 52 bits count.
///
/// Column after column of the product; the lower half of them are cleared by adding multiples m p as they come.
/// Of each product of limbs the low half goes to its column and the high half to the next. Four sums per
/// column do not wait for each other, and two results at a time keep the multipliers busy while either waits
/// for its m. A sum has at most sixteen numbers below 2^52 and a carry below 2^7, a column four sums. What
/// comes out is (a b + … + M p) / 2^L with M < 2^L, less than p + p.
LANES_INLINE void multiply(
    const int terms, const int count, Block *result, const Block *a, const Block *b, Prime p) {
    const __m512i zero = _mm512_setzero_si512();
    const __m512i mask = _mm512_set1_epi64((long long)limb_mask);
    __m512i m[2][limb_count], column[2], carry[2] = {zero, zero};
    UNROLLED for (int k = 0; k < 2 * limb_count; k++) {
        UNROLLED for (int u = 0; u < count; u++) {
            __m512i low = zero, high = zero, low_m = carry[u], high_m = zero;
            UNROLLED for (int i = 0; i < limb_count; i++) {
                const int j = k - i;
                UNROLLED for (int t = terms * u; t < terms * (u + 1); t++) {
                    if (0 <= j && j < limb_count) {
                        low = _mm512_madd52lo_epu64(low, a[t].limb[j], b[t].limb[i]);
                    }
                    if (1 <= j && j <= limb_count) {
                        high = _mm512_madd52hi_epu64(high, a[t].limb[j - 1], b[t].limb[i]);
                    }
                }
                // The lowest limb of m p shows in the carry only.
                if (1 <= j && j < limb_count) low_m = _mm512_madd52lo_epu64(low_m, m[u][i], p.modulus[j]);
                if (1 <= j && j <= limb_count) {
                    high_m = _mm512_madd52hi_epu64(high_m, m[u][i], p.modulus[j - 1]);
                }
            }
            column[u] = _mm512_add_epi64(_mm512_add_epi64(low, high), _mm512_add_epi64(low_m, high_m));
        }
        UNROLLED for (int u = 0; u < count; u++) {
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
    multiply(1, 1, &result, &a, &b, p);
    return result;
}

/// Multiplies both of two blocks, which must not be the same; bounds as of `multiply`.
LANES_INLINE void multiply_both(Block *a0, Block b0, Block *a1, Block b1, Prime p) {
    const Block a[2] = {*a0, *a1}, b[2] = {b0, b1};
    Block result[2];
    multiply(1, 2, result, a, b, p);
    *a0 = result[0];
    *a1 = result[1];
}

#endif
