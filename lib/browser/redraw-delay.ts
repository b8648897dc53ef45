/** Drawing takes longer than storing a message: drawn one by one, quick ones would queue up behind their own pictures. */
const REST_MS = 200
/** Of a stream that nobody can read, a picture a second will do, as of a catch-up. */
const STREAM_REST_MS = 1_000
const STREAM_PER_SECOND = 50

/** How long to rest after a drawing, in ms, from how fast the inbox grew since the one before. `now` in ms. */
export function createDrawingRest(now: () => number): (cursor: number) => number {
  let last = { cursor: 0, at: Number.NEGATIVE_INFINITY }
  return (cursor) => {
    const perSecond = ((cursor - last.cursor) / (now() - last.at)) * 1_000
    last = { cursor, at: now() }
    return perSecond > STREAM_PER_SECOND ? STREAM_REST_MS : REST_MS
  }
}
