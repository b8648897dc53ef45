import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'

/**
 * The server reads an oversized body up to this multiple of the limit and drops it. If it cut the connection earlier,
 * the sender would see a broken connection instead of the reason.
 */
const PATIENCE = 4

/** @throws RoostError `payload_too_large`, or `invalid_request` when the body broke off. */
export async function readBody(request: Request, maxBytes: number = limits.requestBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of whole(request.body)) {
    size += chunk.byteLength
    if (size > maxBytes * PATIENCE) break
    if (size > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size > maxBytes) throw new RoostError('payload_too_large', `a request has at most ${maxBytes} bytes`)
  return Buffer.concat(chunks)
}

async function* whole(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  if (!body) return
  try {
    yield* body
  } catch {
    throw new RoostError('invalid_request', 'the body broke off')
  }
}

/** Keeps a byte order mark as content, and refuses bytes that are not UTF-8 instead of replacing them silently. */
export function decodeText(bytes: Uint8Array): string {
  const text = utf8(bytes)
  if (text === undefined) throw new RoostError('invalid_request', 'the body is not UTF-8')
  return text
}

/** The text of these bytes, with its byte order mark; undefined when they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Parses a body as JSON; the server checks its content.
 * @throws RoostError as above, or `invalid_request`.
 */
export async function readJson(request: Request, maxBytes?: number): Promise<unknown> {
  return parseJson(await readBody(request, maxBytes))
}

/** Enough for every call but a send, and little enough to be read for anybody. */
const SMALL_BYTES = 64 * 1024

/**
 * Reads a small body before the server asks who sends it: who has a right at the beginning of a body that comes slowly may
 * have lost it at the end. Returns the parser, so that a stranger is refused as such and not for the body. `empty` stands for
 * an empty body, which is refused without it.
 */
export async function readFirst(request: Request, empty?: unknown): Promise<() => unknown> {
  const bytes = await readBody(request, SMALL_BYTES)
  return () => (bytes.length === 0 && empty !== undefined ? empty : parseJson(bytes))
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes)
  try {
    return JSON.parse(text)
  } catch {
    throw new RoostError('invalid_request', 'the body is not JSON')
  }
}
