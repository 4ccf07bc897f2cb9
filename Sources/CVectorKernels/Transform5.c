#if defined(__x86_64__)

#include "Lanes5.h"
#include "Words.h"

// Decimation in time (Cooley and Tukey 1965), two layers at once. A layer adds to values, or subtracts from
// them, a product below 2p. So they grow by at most 2p and are not reduced in between: from below p they come
// to at most (1 + 2 · 14) p = 29p after 14 layers. That is what products need, too: because p < 2^255, a value
// up to 32p times a factor below p is at most 2^260 p.

enum { block_words = 8 * limb_count };

/// Returns a − b + 2p.
LANES_INLINE Block minus_plus_2p(Block a, Block b, Prime p) {
    for (int j = 0; j < limb_count; j++) {
        a.limb[j] = _mm512_add_epi64(
            _mm512_sub_epi64(a.limb[j], b.limb[j]), _mm512_slli_epi64(p.modulus[j], 1));
    }
    return a;
}

LANES_INLINE const uint64_t *factor(const uint64_t *factors, size_t index) {
    return factors + limb_count * index;
}

/// The first layer alone: pairs of neighbours, which are below p.
LANES_INLINE void combine_pair(uint64_t *pair, const uint64_t *twiddles, bool starts_with_one, Prime p) {
    Block a = read_block(pair);
    Block b = read_block(pair + block_words);
    if (!starts_with_one) b = product(b, broadcast_element(factor(twiddles, 1)), p);
    write_block(pair, carried(plus(a, b)));
    write_block(pair + block_words, carried(minus_plus_2p(a, b, p)));
}

/// The first two layers where their twiddles are 1, 1 and i: four neighbours below p become values below 6p.
LANES_INLINE void combine_four_neighbours(uint64_t *four, const uint64_t *twiddles, Prime p) {
    Block q0 = read_block(four), q1 = read_block(four + block_words);
    Block q2 = read_block(four + 2 * block_words), q3 = read_block(four + 3 * block_words);
    Block s0 = plus(q0, q1), s1 = minus_plus_2p(q0, q1, p);
    Block s2 = plus(q2, q3), s3 = carried(minus_plus_2p(q2, q3, p));
    s3 = product(s3, broadcast_element(factor(twiddles, 3)), p);
    write_block(four, carried(plus(s0, s2)));
    write_block(four + block_words, carried(plus(s1, s3)));
    write_block(four + 2 * block_words, carried(minus_plus_2p(s0, s2, p)));
    write_block(four + 3 * block_words, carried(minus_plus_2p(s1, s3, p)));
}

/// Two layers: four transforms of `quarter` points become one.
static LANES_FUNCTION void combine_quarters(
    uint64_t *columns, size_t quarter, const uint64_t *twiddles, const Lanes5Prime *prime) {
    const Prime p = broadcast_prime(prime);
    const size_t step = quarter * block_words;
    for (size_t j = 0; j < quarter; j++) {
        uint64_t *q = columns + j * block_words;
        Block inner = broadcast_element(factor(twiddles, quarter + j));
        Block b1 = read_block(q + step), b3 = read_block(q + 3 * step);
        multiply_both(&b1, inner, &b3, inner, p);
        Block q0 = read_block(q), q2 = read_block(q + 2 * step);
        Block s0 = plus(q0, b1), s1 = minus_plus_2p(q0, b1, p);
        Block s2 = carried(plus(q2, b3)), s3 = carried(minus_plus_2p(q2, b3, p));
        multiply_both(
            &s2, broadcast_element(factor(twiddles, 2 * quarter + j)),
            &s3, broadcast_element(factor(twiddles, 3 * quarter + j)), p);
        write_block(q, carried(plus(s0, s2)));
        write_block(q + step, carried(plus(s1, s3)));
        write_block(q + 2 * step, carried(minus_plus_2p(s0, s2, p)));
        write_block(q + 3 * step, carried(minus_plus_2p(s1, s3, p)));
    }
}

/// Transforms values in bit-reversed order; depth first, so that parts are done while they are in the cache.
static LANES_FUNCTION void transform(
    uint64_t *columns, unsigned log_rows, const uint64_t *twiddles, bool starts_with_one,
    const Lanes5Prime *prime) {
    if (log_rows == 0) return;
    if (log_rows == 1) return combine_pair(columns, twiddles, starts_with_one, broadcast_prime(prime));
    if (log_rows == 2 && starts_with_one) {
        return combine_four_neighbours(columns, twiddles, broadcast_prime(prime));
    }
    const size_t quarter = (size_t)1 << (log_rows - 2);
    for (size_t part = 0; part < 4; part++) {
        transform(columns + part * quarter * block_words, log_rows - 2, twiddles, starts_with_one, prime);
    }
    combine_quarters(columns, quarter, twiddles, prime);
}

static LANES_FUNCTION void load_bit_reversed(uint64_t *work, Lanes5Columns source, unsigned log_rows) {
    const Offsets offset = equidistant(source.column_stride);
    const size_t rows = (size_t)1 << log_rows;
    size_t place = 0;
    for (size_t row = 0; row < rows; row++) {
        Block elements = read_elements((const char *)source.elements + row * source.row_stride, offset);
        write_block(work + place * block_words, elements);
        // Counts up from the highest bit.
        size_t bit = rows / 2;
        while (place & bit) {
            place ^= bit;
            bit /= 2;
        }
        place |= bit;
    }
}

/// Multiplies row k by first · ratio^k and stores it, reduced.
///
/// A product ab/2^260 + p of two powers is at most (1.04² / 32 + 1) p < 1.04p, again and again: no power needs
/// to be reduced, and 29p · 1.04p < 2^260 p.
static LANES_FUNCTION void store_scaled(
    Lanes5Columns result, const uint64_t *work, unsigned log_rows, const uint64_t *first,
    const uint64_t *ratio, const Lanes5Prime *prime) {
    const Prime p = broadcast_prime(prime);
    const Offsets offset = equidistant(result.column_stride);
    const size_t rows = (size_t)1 << log_rows;
    // Two geometric sequences, of even and of odd rows: one's product need not wait for the other's.
    Block even = read_unaligned_block(first), odd = even, step = even;
    if (ratio) {
        Block r = read_unaligned_block(ratio);
        odd = carried(product(even, r, p));
        step = carried(product(r, r, p));
    }
    for (size_t row = 0; row < rows; row += 2) {
        const uint64_t *in = work + row * block_words;
        char *out = (char *)result.elements + row * result.row_stride;
        Block first_row = read_block(in), second_row = read_block(in + block_words);
        multiply_both(&first_row, even, &second_row, odd, p);
        write_elements(out, offset, reduced(first_row, p));
        write_elements(out + result.row_stride, offset, reduced(second_row, p));
        if (ratio) {
            multiply_both(&even, step, &odd, step, p);
            even = carried(even);
            odd = carried(odd);
        }
    }
}

void lanes5_transform_columns(
    Lanes5Columns result, Lanes5Columns source, unsigned log_rows, const uint64_t *twiddles,
    bool starts_with_one, const uint64_t *first, const uint64_t *ratio, uint64_t *work,
    const Lanes5Prime *p) {
    load_bit_reversed(work, source, log_rows);
    transform(work, log_rows, twiddles, starts_with_one, p);
    store_scaled(result, work, log_rows, first, ratio, p);
}

#endif
