import { readFileAddress } from '../browser/shared/file-address.ts'
import { filesOf } from '../browser/shared/open-files.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { bytesOf } from '../files/bytes.ts'
import { type FileStore, type HeldFile, isWhole } from '../files/file-store.ts'
import { rangeOf } from './range.ts'

const open = new Map<string, ReturnType<typeof filesOf>>()

/** Browsers show only these in place. HTML and SVG could run scripts, so they are never served as what they are. */
const SHOWN = /^(?:image\/(?:avif|bmp|gif|jpeg|png|webp|x-icon)|(?:audio|video)\/[\w.+-]+)$/

/** Answers for a file that this browser holds, so that pictures and videos show without a network. Null for others. */
export function fromFiles(options: RoostOptions, request: Request): Promise<Response> | null {
  const url = new URL(request.url)
  const address = url.origin === self.location.origin ? readFileAddress(url.pathname) : null
  return address && serve(options, request, address)
}

async function serve(
  options: RoostOptions,
  request: Request,
  { deviceId, fileId }: { deviceId: string; fileId: string },
): Promise<Response> {
  const held = open.get(deviceId) ?? filesOf(options, deviceId)
  open.set(deviceId, held)
  const files = await held.open()
  const file = await files.get(fileId)
  if (!file || !isWhole(file)) return new Response(null, { status: 404 })
  return answerWith(files, file, request.headers.get('range'))
}

export function answerWith(files: Pick<FileStore, 'chunk'>, file: HeldFile, asked: string | null): Response {
  const { fileId, type, size } = file
  const headers: Record<string, string> = {
    'content-type': SHOWN.test(type) ? type : 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  }
  const range = rangeOf(asked, size)
  if (range === 'outside') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size }
  headers['content-length'] = String(to - from)
  if (range) headers['content-range'] = `bytes ${from}-${to - 1}/${size}`
  const parts = bytesOf(files, fileId, from, to)
  const body = new ReadableStream(
    {
      async pull(out) {
        const { done, value } = await parts.next()
        if (done) out.close()
        else out.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { status: range ? 206 : 200, headers })
}
