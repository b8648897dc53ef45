import { CHUNK_BYTES, type FileStore } from './file-store.ts'

/** The bytes of a file from `from` to before `to`, chunk by chunk, as far as they are here. */
export async function* bytesOf(
  store: Pick<FileStore, 'chunk'>,
  fileId: string,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = from; at < to; ) {
    const n = Math.floor(at / CHUNK_BYTES)
    const chunk = await store.chunk(fileId, n)
    const first = at - n * CHUNK_BYTES
    if (!chunk || chunk.length <= first) return
    const part = chunk.subarray(first, Math.min(chunk.length, to - n * CHUNK_BYTES))
    yield part
    at += part.length
  }
}

/** Copies a stream into the store from byte `held` on. Rejects when it ends too early, or brings too much. */
export async function keepStream(
  store: Pick<FileStore, 'append'>,
  { fileId, size, held }: { fileId: string; size: number; held: number },
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  progress: (held: number) => void = () => {},
): Promise<void> {
  let at = held
  let chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - at))
  let filled = 0
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      for (let from = 0; from < value.length; ) {
        const part = value.subarray(from, from + chunk.length - filled)
        if (part.length === 0) throw new RangeError('The file is longer than it says')
        chunk.set(part, filled)
        filled += part.length
        from += part.length
        if (filled < chunk.length) continue
        at = await appended(store, fileId, at, chunk)
        progress(at)
        chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - at))
        filled = 0
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
  if (at !== size) throw new RangeError('The file is shorter than it says')
}

async function appended(
  store: Pick<FileStore, 'append'>,
  fileId: string,
  at: number,
  chunk: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const held = await store.append(fileId, at, chunk)
  if (held !== at + chunk.length) throw new RangeError('Another tab stores the same file')
  return held
}
