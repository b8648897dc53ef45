const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60_000
/** The push service may ask for so much at most. */
const LONGEST_ASKED_MS = 6 * 60 * 60_000
/** After about half a day the device has more likely gone than the push service is down. */
const TRIES = 20

/** How long to wait before the next try, with jitter; null: give up. `tries`: how often it was tried, `askedMs`: Retry-After. */
export function backoff(tries: number, askedMs: number | undefined, random: () => number): number | null {
  if (tries >= TRIES) return null
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1))
  const own = longest / 2 + (random() * longest) / 2
  return Math.ceil(Math.max(own, Math.min(askedMs ?? 0, LONGEST_ASKED_MS)))
}
