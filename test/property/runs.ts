const { CONNECTIF_RUNS, CONNECTIF_SEED } = process.env

/**
 * How many sequences of steps the model-based tests go through: 300, or more where
 * `CONNECTIF_RUNS` says so, as it does at night.
 *
 * @example `CONNECTIF_RUNS=10000 npx vitest run --project node test/property`
 */
export const sequences = Math.max(300, Number(CONNECTIF_RUNS ?? 0))

/** How many requests the fuzz test makes: 100 000, or 50 for each sequence. */
export const requests = Math.max(100_000, sequences * 50)

/**
 * What the random numbers start from. Without `CONNECTIF_RUNS` it is always the same, so that a
 * change breaks the tests or does not; with it, another one each time. A failure names its seed
 * and the shortest sequence that fails; `CONNECTIF_SEED` repeats the run.
 *
 * @example `CONNECTIF_SEED=20260101 npx vitest run --project node test/property`
 */
export const seed = Number(CONNECTIF_SEED ?? (CONNECTIF_RUNS ? Date.now() % 2 ** 31 : 20_260_101))
