#ifndef WORDS_H
#define WORDS_H

// Elements in 64-bit words, at any addresses, into a block and back. Include Block.h first.

_Static_assert(word_count == 4 || word_count == 6, "elements are written four and two words at a time");

/// Where the elements of eight lanes start, counted in bytes.
typedef struct {
    size_t bytes[8];
} Offsets;

LANES_INLINE Offsets equidistant(size_t stride) {
    Offsets offset;
    for (size_t i = 0; i < 8; i++) offset.bytes[i] = i * stride;
    return offset;
}

// MARK: Words in lanes

/// Two words of each of four elements: of every other one, from the first of these offsets on.
LANES_INLINE __m512i read_pairs(const char *elements, const size_t *offset) {
    __m512i pairs = _mm512_castsi128_si512(_mm_loadu_si128((const __m128i_u *)(elements + offset[0])));
    pairs = _mm512_inserti64x2(pairs, _mm_loadu_si128((const __m128i_u *)(elements + offset[2])), 1);
    pairs = _mm512_inserti64x2(pairs, _mm_loadu_si128((const __m128i_u *)(elements + offset[4])), 2);
    return _mm512_inserti64x2(pairs, _mm_loadu_si128((const __m128i_u *)(elements + offset[6])), 3);
}

LANES_INLINE void write_pairs(char *elements, const size_t *offset, __m512i pairs) {
    _mm_storeu_si128((__m128i_u *)(elements + offset[0]), _mm512_castsi512_si128(pairs));
    _mm_storeu_si128((__m128i_u *)(elements + offset[2]), _mm512_extracti64x2_epi64(pairs, 1));
    _mm_storeu_si128((__m128i_u *)(elements + offset[4]), _mm512_extracti64x2_epi64(pairs, 2));
    _mm_storeu_si128((__m128i_u *)(elements + offset[6]), _mm512_extracti64x2_epi64(pairs, 3));
}

/// Reads two words of each element, in a register of eight lanes each.
LANES_INLINE void read_two_words(__m512i *w, const char *elements, Offsets at) {
    __m512i even = read_pairs(elements, at.bytes), odd = read_pairs(elements, at.bytes + 1);
    w[0] = _mm512_unpacklo_epi64(even, odd);
    w[1] = _mm512_unpackhi_epi64(even, odd);
}

LANES_INLINE void write_two_words(char *elements, Offsets at, const __m512i *w) {
    write_pairs(elements, at.bytes, _mm512_unpacklo_epi64(w[0], w[1]));
    write_pairs(elements, at.bytes + 1, _mm512_unpackhi_epi64(w[0], w[1]));
}

/// Four words of each of two elements.
LANES_INLINE void write_quadruples(char *first, char *second, __m512i quadruples) {
    _mm256_storeu_si256((__m256i_u *)first, _mm512_castsi512_si256(quadruples));
    _mm256_storeu_si256((__m256i_u *)second, _mm512_extracti64x4_epi64(quadruples, 1));
}

/// Writes four words at a time; takes 3/4 of the time of two pairs. (Reading would gain nothing.)
LANES_INLINE void write_four_words(char *elements, Offsets at, const __m512i *w) {
    const size_t *offset = at.bytes;
    const __m512i lower = _mm512_setr_epi64(0, 2, 8, 10, 1, 3, 9, 11);
    const __m512i upper = _mm512_setr_epi64(4, 6, 12, 14, 5, 7, 13, 15);
    // Words 0 and 2 of elements 0, 2, 1, 3, then their words 1 and 3; the same for elements 4 to 7.
    __m512i even03 = _mm512_permutex2var_epi64(w[0], lower, w[2]);
    __m512i odd03 = _mm512_permutex2var_epi64(w[1], lower, w[3]);
    __m512i even47 = _mm512_permutex2var_epi64(w[0], upper, w[2]);
    __m512i odd47 = _mm512_permutex2var_epi64(w[1], upper, w[3]);
    write_quadruples(elements + offset[0], elements + offset[1], _mm512_unpacklo_epi64(even03, odd03));
    write_quadruples(elements + offset[2], elements + offset[3], _mm512_unpackhi_epi64(even03, odd03));
    write_quadruples(elements + offset[4], elements + offset[5], _mm512_unpacklo_epi64(even47, odd47));
    write_quadruples(elements + offset[6], elements + offset[7], _mm512_unpackhi_epi64(even47, odd47));
}

// MARK: Words and limbs

/// Returns the elements at these offsets.
LANES_INLINE Block read_elements(const char *elements, Offsets at) {
    __m512i w[word_count];
    UNROLLED for (int k = 0; k < word_count; k += 2) read_two_words(w + k, elements + 8 * k, at);
    Block block;
    UNROLLED for (int j = 0; j < limb_count; j++) {
        // Its lowest bit is bit `shift` of word k.
        const int k = limb_bits * j / 64, shift = limb_bits * j % 64;
        __m512i limb = _mm512_srli_epi64(w[k], shift);
        if (shift + limb_bits > 64 && k + 1 < word_count) {
            limb = _mm512_or_si512(limb, _mm512_slli_epi64(w[k + 1], 64 - shift));
        }
        block.limb[j] = _mm512_and_si512(limb, _mm512_set1_epi64((long long)limb_mask));
    }
    return block;
}

/// Writes a normal block, of values below 2^W, as elements at these offsets.
LANES_INLINE void write_elements(char *elements, Offsets at, Block block) {
    __m512i w[word_count];
    UNROLLED for (int k = 0; k < word_count; k++) {
        // Its lowest bit is bit `shift` of limb j; it reaches into one or two more.
        const int j = 64 * k / limb_bits, shift = 64 * k % limb_bits;
        w[k] = _mm512_or_si512(
            _mm512_srli_epi64(block.limb[j], shift), _mm512_slli_epi64(block.limb[j + 1], limb_bits - shift));
        if (2 * limb_bits - shift < 64) {
            w[k] = _mm512_or_si512(w[k], _mm512_slli_epi64(block.limb[j + 2], 2 * limb_bits - shift));
        }
    }
    write_four_words(elements, at, w);
    if (word_count > 4) write_two_words(elements + 8 * 4, at, w + 4);
}

#endif
