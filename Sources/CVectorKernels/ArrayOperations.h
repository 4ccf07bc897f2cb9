#ifndef ARRAY_OPERATIONS_H
#define ARRAY_OPERATIONS_H

// The array operations, once for every number of limbs; `LANES` makes their names of it.

#include "Words.h"

enum { block_words = 8 * limb_count };

// MARK: Memory

LANES_FUNCTION void LANES(load)(uint64_t *lanes, const void *elements, size_t stride, size_t blocks) {
    const Offsets offset = equidistant(stride);
    for (size_t k = 0; k < blocks; k++) {
        write_block(lanes + block_words * k, read_elements((const char *)elements + 8 * stride * k, offset));
    }
}

LANES_FUNCTION void LANES(store)(void *elements, const uint64_t *lanes, size_t stride, size_t blocks) {
    const Offsets offset = equidistant(stride);
    for (size_t k = 0; k < blocks; k++) {
        write_elements((char *)elements + 8 * stride * k, offset, read_block(lanes + block_words * k));
    }
}

/// Where elements start of which the lower 31 bits of `indices` are the numbers.
LANES_INLINE Offsets offsets_of(const uint32_t indices[8], size_t stride) {
    Offsets offset;
    for (int i = 0; i < 8; i++) offset.bytes[i] = stride * (indices[i] & 0x7fffffff);
    return offset;
}

LANES_FUNCTION void LANES(gather)(
    uint64_t *lanes, const void *elements, size_t stride, const uint32_t *indices, size_t blocks) {
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        write_block(lanes + block_words * k, read_elements(elements, offset));
    }
}

LANES_FUNCTION void LANES(gather_signed)(
    uint64_t *lanes, const void *elements, size_t stride, const uint32_t *indices, size_t blocks,
    const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        Block block = read_elements(elements, offset);
        __m256i signs = _mm256_loadu_si256((const __m256i_u *)(indices + 8 * k));
        __mmask8 negative = _mm512_movepi64_mask(_mm512_slli_epi64(_mm512_cvtepu32_epi64(signs), 32));
        Block negated = plus_modulus_if_negative(minus(zero_block(), block), prime);
        write_block(lanes + block_words * k, select_block(block, negated, negative));
    }
}

LANES_FUNCTION void LANES(scatter)(
    void *elements, const uint64_t *lanes, size_t stride, const uint32_t *indices, size_t blocks) {
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        write_elements(elements, offset, read_block(lanes + block_words * k));
    }
}

// MARK: Arithmetic

LANES_FUNCTION void LANES(multiply)(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    const size_t words = block_words;
    for (; blocks >= 2; blocks -= 2, a += 2 * words, b += 2 * words, result += 2 * words) {
        Block first = read_block(a), second = read_block(a + words);
        multiply_both(&first, shifted(read_block(b)), &second, shifted(read_block(b + words)), prime);
        write_block(result, reduced(first, prime));
        write_block(result + words, reduced(second, prime));
    }
    if (blocks) {
        write_block(result, reduced(product(read_block(a), shifted(read_block(b)), prime), prime));
    }
}

/// Returns a − b + p, normal.
LANES_INLINE Block positive_difference(Block a, Block b, Prime p) {
    return carried(plus_modulus(minus(a, b), p));
}

LANES_FUNCTION void LANES(multiply_difference)(
    uint64_t *result, const uint64_t *a, const uint64_t *b, const uint64_t *c, size_t blocks,
    const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    // A difference is below 2p; its product with c < p is below 2^(L − W) 2p² < 2^L p.
    for (size_t k = 0; k < block_words * blocks; k += 2 * block_words) {
        const size_t l = k + block_words < block_words * blocks ? k + block_words : k;
        Block first = positive_difference(read_block(a + k), read_block(b + k), prime);
        Block second = positive_difference(read_block(a + l), read_block(b + l), prime);
        multiply_both(&first, shifted(read_block(c + k)), &second, shifted(read_block(c + l)), prime);
        write_block(result + k, reduced(first, prime));
        write_block(result + l, reduced(second, prime));
    }
}

LANES_FUNCTION void LANES(scale)(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    const Block factor = shifted(broadcast_element(b));
    const size_t words = block_words;
    for (; blocks >= 2; blocks -= 2, a += 2 * words, result += 2 * words) {
        Block first = read_block(a), second = read_block(a + words);
        multiply_both(&first, factor, &second, factor, prime);
        write_block(result, reduced(first, prime));
        write_block(result + words, reduced(second, prime));
    }
    if (blocks) write_block(result, reduced(product(read_block(a), factor, prime), prime));
}

LANES_FUNCTION void LANES(add)(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        write_block(result + k, reduced(plus(read_block(a + k), read_block(b + k)), prime));
    }
}

LANES_FUNCTION void LANES(negate)(uint64_t *result, const uint64_t *a, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        write_block(result + k, plus_modulus_if_negative(minus(zero_block(), read_block(a + k)), prime));
    }
}

LANES_FUNCTION void LANES(subtract)(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        write_block(result + k, plus_modulus_if_negative(minus(read_block(a + k), read_block(b + k)), prime));
    }
}

// MARK: Quadratic extension

LANES_FUNCTION void LANES(multiply_quadratic)(
    uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, const uint64_t *b0,
    const uint64_t *b1, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        const Block c0 = read_block(a0 + k), c1 = read_block(a1 + k);
        const Block d0 = shifted(read_block(b0 + k)), d1 = shifted(read_block(b1 + k));
        // p − c1, at most p, for −c1. Two products, each below 2^(L − W) p², are below 2^L p.
        const Block a[4] = {c0, carried(plus_modulus(minus(zero_block(), c1), prime)), c0, c1};
        const Block b[4] = {d0, d1, d1, d0};
        Block result[2];
        multiply(2, 2, result, a, b, prime);
        write_block(r0 + k, reduced(result[0], prime));
        write_block(r1 + k, reduced(result[1], prime));
    }
}

LANES_FUNCTION void LANES(multiply_difference_quadratic)(
    uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, const uint64_t *b0,
    const uint64_t *b1, const uint64_t *c0, const uint64_t *c1, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        const Block x0 = read_block(a0 + k), x1 = read_block(a1 + k);
        const Block y0 = read_block(b0 + k), y1 = read_block(b1 + k);
        const Block d0 = shifted(read_block(c0 + k)), d1 = shifted(read_block(c1 + k));
        // Differences are below 2p, so that two products are below 2^L p for p < 2^(W − 2).
        const Block difference = positive_difference(x0, y0, prime);
        const Block a[4] = {
            difference, positive_difference(y1, x1, prime), difference, positive_difference(x1, y1, prime),
        };
        const Block b[4] = {d0, d1, d1, d0};
        Block result[2];
        multiply(2, 2, result, a, b, prime);
        write_block(r0 + k, reduced(result[0], prime));
        write_block(r1 + k, reduced(result[1], prime));
    }
}

LANES_FUNCTION void LANES(square_quadratic)(
    uint64_t *r0, uint64_t *r1, const uint64_t *a0, const uint64_t *a1, size_t blocks, const LanesPrime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < block_words * blocks; k += block_words) {
        const Block c0 = read_block(a0 + k), c1 = read_block(a1 + k);
        // (c0 + c1)(c0 − c1) and c0 · 2 c1: one factor below p, the other below 2p.
        const Block difference = plus_modulus_if_negative(minus(c0, c1), prime);
        const Block a[2] = {carried(plus(c0, c1)), c0};
        const Block b[2] = {shifted(difference), shifted(carried(plus(c1, c1)))};
        Block result[2];
        multiply(1, 2, result, a, b, prime);
        write_block(r0 + k, reduced(result[0], prime));
        write_block(r1 + k, reduced(result[1], prime));
    }
}

#endif
