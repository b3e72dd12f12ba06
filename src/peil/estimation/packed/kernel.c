/* Sums over rows by cell and option, for src/peil/estimation/packed.

   Plain C11 without Python: loaded through ctypes, which lets other threads run meanwhile.

   Rows come in runs: run r holds the places ends[r-1] .. ends[r]-1 of `order`, all of them rows of the cell
   cells[r], in the order of the file. A cell has at most one run in each block of the file. A run is added up
   row by row, starting at zero, then added to its cell; nothing is fused or reordered (compiled with
   -ffp-contract=off, without -ffast-math). So numpy's bincount, block by block, gives the same bits.

   `weights` stand in the order of `order`; NULL when every row counts once. Sums are pairs: weights, and
   squared weights. */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define SHOWN __declspec(dllexport)
#else
#define SHOWN __attribute__((visibility("default")))
#endif

/* The checksum of the source that this was made of: a library of another source isn't used. */
#ifndef PEIL_SOURCE
#define PEIL_SOURCE ""
#endif
SHOWN const char *peil_source(void) { return PEIL_SOURCE; }

/* Add a run's sums to those of its cell, and leave zeros. */
static void flush(int64_t slots, int64_t *here, int64_t *counts, double *run, double *pairs) {
    for (int64_t slot = 0; slot < slots; slot++) {
        counts[slot] += here[slot];
        here[slot] = 0;
    }
    if (pairs == NULL) return;
    for (int64_t each = 0; each < 2 * slots; each++) {
        pairs[each] += run[each];
        run[each] = 0;
    }
}

/* One choice. The two highest codes say "in the base without an option" and "outside the base"; their slots
   stand after those of the options. `n` is cells x (options + 2), `sums` the same in pairs; `here` and `run`
   are zeros, options + 2 and twice as many. */
#define COUNT_CODES(NAME, CODE)                                                                               \
    SHOWN void NAME(int64_t runs, const int64_t *ends, const int64_t *cells, const uint32_t *order,           \
                    const double *weights, const CODE *codes, int64_t options, int64_t *restrict here,        \
                    double *restrict run, int64_t *n, double *sums) {                                         \
        const int64_t slots = options + 2;                                                                    \
        const CODE none = (CODE)((CODE)0 - 2);                                                                \
        for (int64_t each = 0, i = 0; each < runs; each++) {                                                  \
            const int64_t end = ends[each];                                                                   \
            for (; i < end; i++) {                                                                            \
                const CODE code = codes[order[i]];                                                            \
                const int64_t slot = code < none ? (int64_t)code : options + (code - none);                   \
                here[slot]++;                                                                                 \
                if (weights == NULL) continue;                                                                \
                run[2 * slot] += weights[i];                                                                  \
                run[2 * slot + 1] += weights[i] * weights[i];                                                 \
            }                                                                                                 \
            const int64_t first = cells[each] * slots;                                                        \
            flush(slots, here, n + first, run, weights == NULL ? NULL : sums + 2 * first);                    \
        }                                                                                                     \
    }

COUNT_CODES(peil_codes_8, uint8_t)
COUNT_CODES(peil_codes_16, uint16_t)
COUNT_CODES(peil_codes_32, uint32_t)

/* For each byte what its bits say: 1 where the option was chosen. */
#define BITS(p)                                                                                               \
    {(p) & 1, (p) >> 1 & 1, (p) >> 2 & 1, (p) >> 3 & 1, (p) >> 4 & 1, (p) >> 5 & 1, (p) >> 6 & 1, (p) >> 7 & 1}
#define FOUR(p) BITS(p), BITS((p) + 1), BITS((p) + 2), BITS((p) + 3)
#define SIXTEEN(p) FOUR(p), FOUR((p) + 4), FOUR((p) + 8), FOUR((p) + 12)
#define SIXTY_FOUR(p) SIXTEEN(p), SIXTEEN((p) + 16), SIXTEEN((p) + 32), SIXTEEN((p) + 48)
#define EVERY_BYTE {SIXTY_FOUR(0), SIXTY_FOUR(64), SIXTY_FOUR(128), SIXTY_FOUR(192)}
static const double CHOSEN[256][8] = EVERY_BYTE;
static const uint32_t CHOSE[256][8] = EVERY_BYTE;

/* Several choices, eight options a call: `bytes` holds a bit each, a byte every `step`. `n` is cells x slots,
   `sums` the same in pairs; the options' slots begin at `slot`, and there are `options` of them, at most 8. */
SHOWN void peil_bits(int64_t runs, const int64_t *ends, const int64_t *cells, const uint32_t *order,
                     const double *weights, const uint8_t *bytes, int64_t step, int64_t options, int64_t slot,
                     int64_t slots, int64_t *n, double *sums) {
    for (int64_t each = 0, i = 0; each < runs; each++) {
        const int64_t end = ends[each], first = cells[each] * slots + slot;
        uint32_t here[8] = {0};
        double w[8] = {0}, w2[8] = {0};
        for (; i < end; i++) {
            const uint8_t byte = bytes[(int64_t)order[i] * step];
            for (int k = 0; k < 8; k++) here[k] += CHOSE[byte][k];
            if (weights == NULL) continue;
            const double one_w = weights[i], one_w2 = one_w * one_w;
            for (int k = 0; k < 8; k++) {
                w[k] += one_w * CHOSEN[byte][k];
                w2[k] += one_w2 * CHOSEN[byte][k];
            }
        }
        for (int64_t k = 0; k < options; k++) {
            n[first + k] += here[k];
            if (weights == NULL) continue;
            sums[2 * (first + k)] += w[k];
            sums[2 * (first + k) + 1] += w2[k];
        }
    }
}

/* Whole rows of numbers: row r of `numbers`, `width` of them, is added to row places[r] of `sums`, or to none
   when that is below zero; in the order of the file. */
SHOWN void peil_add_rows(int64_t rows, const int64_t *places, int64_t width, const double *numbers,
                         double *sums) {
    for (int64_t row = 0; row < rows; row++) {
        if (places[row] < 0) continue;
        const double *from = numbers + row * width;
        double *to = sums + places[row] * width;
        for (int64_t each = 0; each < width; each++) to[each] += from[each];
    }
}
