import { TransportError } from '../core/ports.ts'
import { type ErrorCode, RoostError } from '../protocol/error.ts'
import { pathOfFile } from '../protocol/files.ts'
import { routes } from '../protocol/routes.ts'
import { refusal } from './answer.ts'

/** A chunk arrives within this time on a slow link. After it the request counts as lost. */
const TIMEOUT_MS = 120_000

export interface FileTransport {
  /** Announces an upload. A second time it changes nothing. @throws RoostError `payload_too_large`, `quota_exceeded` … */
  create(file: { fileId: string; name: string; type: string; size: number }): Promise<void>
  /** How many bytes the server has. */
  offset(fileId: string): Promise<number>
  /** Sends the bytes from `at` on. Answers how many the server has now. */
  append(fileId: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<number>
  /** The bytes from `from` on. @throws RoostError `incomplete` while they are on their way, `not_found`. */
  read(fileId: string, from: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>
}

/** The wire of files: tus 1.0 for uploads. Every method throws RoostError or TransportError, as other calls do. */
export function createFileTransport(base: string, token: string, signal?: AbortSignal): FileTransport {
  async function ask(method: string, path: string, headers: Record<string, string>, body?: BodyInit) {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    let response: Response
    try {
      response = await fetch(base + path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { body }),
        // A download lasts as long as it takes.
        signal: method === 'GET' ? (signal ?? null) : signal ? AbortSignal.any([signal, timeout]) : timeout,
        cache: 'no-store',
        credentials: 'omit',
      })
    } catch (error) {
      throw new TransportError('no_answer', { cause: error })
    }
    if (!response.ok) throw await refused(response)
    return response
  }
  const tus = (method: string, path: string, headers: Record<string, string>, body?: BodyInit) =>
    ask(method, path, { 'tus-resumable': '1.0.0', ...headers }, body)

  return {
    async create({ fileId, name, type, size }) {
      const metadata = { fileId, type: type || 'application/octet-stream', name: name || 'file' }
      await tus('POST', routes.files, {
        'upload-length': String(size),
        'upload-metadata': Object.entries(metadata)
          .map(([key, value]) => `${key} ${base64(value)}`)
          .join(','),
      })
    },
    offset: async (fileId) => offsetIn(await tus('HEAD', pathOfFile(fileId), {})),
    async append(fileId, at, bytes) {
      const headers = { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }
      return offsetIn(await tus('PATCH', pathOfFile(fileId), headers, bytes))
    },
    async read(fileId, from) {
      const response = await ask('GET', pathOfFile(fileId), from > 0 ? { range: `bytes=${from}-` } : {})
      if (!response.body || (from > 0 && response.status !== 206)) throw new TransportError('bad_answer')
      return response.body as ReadableStream<Uint8Array<ArrayBuffer>>
    },
  }
}

function offsetIn(response: Response): number {
  const text = response.headers.get('upload-offset') ?? ''
  if (!/^\d+$/.test(text)) throw new TransportError('bad_answer')
  return Number(text)
}

/** An answer to HEAD has no body, and a proxy may refuse a large one in its own words. */
const codeOf: Partial<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  404: 'not_found',
  410: 'not_found',
  413: 'payload_too_large',
  507: 'quota_exceeded',
}

async function refused(response: Response): Promise<Error> {
  const { status } = response
  const told = refusal(await response.json().catch(() => null), `status ${status}`)
  const code = codeOf[status]
  return told instanceof RoostError || !code ? told : new RoostError(code, `status ${status}`)
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
