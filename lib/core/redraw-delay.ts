/**
 * Drawing takes longer than storing a message. Without a rest, messages in quick succession would queue up to be drawn.
 */
const REST_MS = 200
/** A person cannot read a fast stream, so the screen draws it once a second, like a catch-up. */
const STREAM_REST_MS = 1_000
const STREAM_PER_SECOND = 50

/** How long to rest after a drawing, in ms. It depends on how fast the inbox grew since the last one. `now` in ms. */
export function createRedrawDelay(now: () => number): (cursor: number) => number {
  let last = { cursor: 0, at: Number.NEGATIVE_INFINITY }
  return (cursor) => {
    const perSecond = ((cursor - last.cursor) / (now() - last.at)) * 1_000
    last = { cursor, at: now() }
    return perSecond > STREAM_PER_SECOND ? STREAM_REST_MS : REST_MS
  }
}
