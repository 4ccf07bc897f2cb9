#if defined(__x86_64__)

#include "Lanes5.h"

bool lanes_are_supported(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512ifma");
}

// MARK: Memory

LANES_FUNCTION void lanes5_load(uint64_t *lanes, const uint64_t *elements, size_t stride, size_t blocks) {
    const Offsets offset = equidistant(stride);
    for (size_t k = 0; k < blocks; k++) {
        write_block(lanes + lanes5_words_per_block * k, read_elements(elements + 8 * stride * k, offset));
    }
}

LANES_FUNCTION void lanes5_store(uint64_t *elements, const uint64_t *lanes, size_t stride, size_t blocks) {
    const Offsets offset = equidistant(stride);
    for (size_t k = 0; k < blocks; k++) {
        write_elements(elements + 8 * stride * k, offset, read_block(lanes + lanes5_words_per_block * k));
    }
}

/// Where elements start of which the lower 31 bits of `indices` are the numbers.
LANES_INLINE Offsets offsets_of(const uint32_t indices[8], size_t stride) {
    Offsets offset;
    for (int i = 0; i < 8; i++) offset.words[i] = stride * (indices[i] & 0x7fffffff);
    return offset;
}

LANES_FUNCTION void lanes5_gather(
    uint64_t *lanes, const uint64_t *elements, size_t stride, const uint32_t *indices, size_t blocks) {
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        write_block(lanes + lanes5_words_per_block * k, read_elements(elements, offset));
    }
}

LANES_FUNCTION void lanes5_gather_signed(
    uint64_t *lanes, const uint64_t *elements, size_t stride, const uint32_t *indices, size_t blocks,
    const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        Block block = read_elements(elements, offset);
        __m256i signs = _mm256_loadu_si256((const __m256i *)(indices + 8 * k));
        __mmask8 negative = _mm512_movepi64_mask(_mm512_slli_epi64(_mm512_cvtepu32_epi64(signs), 32));
        Block negated = plus_modulus_if_negative(minus(zero_block(), block), prime);
        write_block(lanes + lanes5_words_per_block * k, select_block(block, negated, negative));
    }
}

LANES_FUNCTION void lanes5_scatter(
    uint64_t *elements, const uint64_t *lanes, size_t stride, const uint32_t *indices, size_t blocks) {
    for (size_t k = 0; k < blocks; k++) {
        Offsets offset = offsets_of(indices + 8 * k, stride);
        write_elements(elements, offset, read_block(lanes + lanes5_words_per_block * k));
    }
}

// MARK: Arithmetic

// 16 b rather than b, so that a product leaves 2^256 where it divides by 2^260. Of a, b < p it is below 2p:
// a · 16 b < 2^255 · 16 p < 2^260 p.

LANES_FUNCTION void lanes5_multiply(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    const size_t words = lanes5_words_per_block;
    for (; blocks >= 2; blocks -= 2, a += 2 * words, b += 2 * words, result += 2 * words) {
        Block first = read_block(a), second = read_block(a + words);
        multiply_both(&first, times16(read_block(b)), &second, times16(read_block(b + words)), prime);
        write_block(result, reduced(first, prime));
        write_block(result + words, reduced(second, prime));
    }
    if (blocks) {
        write_block(result, reduced(product(read_block(a), times16(read_block(b)), prime), prime));
    }
}

LANES_FUNCTION void lanes5_scale(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    const Block factor = times16(broadcast_element(b));
    const size_t words = lanes5_words_per_block;
    for (; blocks >= 2; blocks -= 2, a += 2 * words, result += 2 * words) {
        Block first = read_block(a), second = read_block(a + words);
        multiply_both(&first, factor, &second, factor, prime);
        write_block(result, reduced(first, prime));
        write_block(result + words, reduced(second, prime));
    }
    if (blocks) write_block(result, reduced(product(read_block(a), factor, prime), prime));
}

LANES_FUNCTION void lanes5_add(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < lanes5_words_per_block * blocks; k += lanes5_words_per_block) {
        write_block(result + k, reduced(plus(read_block(a + k), read_block(b + k)), prime));
    }
}

LANES_FUNCTION void lanes5_negate(uint64_t *result, const uint64_t *a, size_t blocks, const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < lanes5_words_per_block * blocks; k += lanes5_words_per_block) {
        write_block(result + k, plus_modulus_if_negative(minus(zero_block(), read_block(a + k)), prime));
    }
}

LANES_FUNCTION void lanes5_subtract(
    uint64_t *result, const uint64_t *a, const uint64_t *b, size_t blocks, const Lanes5Prime *p) {
    const Prime prime = broadcast_prime(p);
    for (size_t k = 0; k < lanes5_words_per_block * blocks; k += lanes5_words_per_block) {
        write_block(result + k, plus_modulus_if_negative(minus(read_block(a + k), read_block(b + k)), prime));
    }
}

#endif
