const WORDS =
  'I will be a little later than I said, the train stands still somewhere between two stations and nobody knows why. '

/** Bytes at every tenth of all messages, as users write them: half have at most 200, a few are long. */
const SIZES = [12, 35, 70, 110, 150, 200, 260, 340, 480, 900, 4_000] as const
/** Steps through the sizes without a pattern that a cache or a compressor could lean on, and the same in every run. */
const STEP = 7_919

/** The text of the n-th message: about as long as real ones are, always the same. */
export function contentOf(n: number): string {
  const share = (n * STEP) % 1_000
  const tenth = Math.floor(share / 100)
  const [low, high] = [SIZES[tenth] ?? 0, SIZES[tenth + 1] ?? 0]
  const size = Math.round(low + ((high - low) * (share % 100)) / 100)
  return `${n} ${WORDS.repeat(Math.ceil(size / WORDS.length))}`.slice(0, size)
}
