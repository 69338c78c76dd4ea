/**
 * How long property tests run. `CONNECTIF_RUNS` is the number of sequences of steps, 300 unless
 * given, such as 10000 for a night.
 *
 * @example `CONNECTIF_RUNS=10000 vitest run --project node test/property`
 */
export const sequences = Number(process.env.CONNECTIF_RUNS ?? 300)

/**
 * What the random numbers start from: always the same, so that a failure can be repeated, but
 * another one where `CONNECTIF_RUNS` is given. Failures tell it; `CONNECTIF_SEED` repeats them.
 *
 * @example `CONNECTIF_SEED=-1538210 CONNECTIF_RUNS=10000 vitest run --project node test/property`
 */
export const seed = Number(
  process.env.CONNECTIF_SEED ?? (process.env.CONNECTIF_RUNS ? Date.now() % 2 ** 31 : 20_260_101),
)

/** How many requests the fuzz test makes. */
export const requests = Math.max(5_000, sequences * 10)
