/** Drawing takes longer than storing a message: without a rest, messages in quick succession would queue for their drawing. */
const REST_MS = 200
/** A stream that no person can read is drawn once a second, like a catch-up. */
const STREAM_REST_MS = 1_000
const STREAM_PER_SECOND = 50

/** How long to rest after a drawing, in ms, from how fast the inbox grew since the one before. `now` in ms. */
export function createRedrawDelay(now: () => number): (cursor: number) => number {
  let last = { cursor: 0, at: Number.NEGATIVE_INFINITY }
  return (cursor) => {
    const perSecond = ((cursor - last.cursor) / (now() - last.at)) * 1_000
    last = { cursor, at: now() }
    return perSecond > STREAM_PER_SECOND ? STREAM_REST_MS : REST_MS
  }
}
