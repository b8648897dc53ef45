import { pipeline } from 'node:stream/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Files } from '../../core/files/files.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import { etagOf, fileHeaders, names } from './file-headers.ts'
import { rangeIn } from './range.ts'

/** `GET` and `HEAD` of a file: whole, or a part of it. */
export function createDownload(files: Files, identify: Identify) {
  return async (c: HttpContext, fileId: string) => {
    const caller = await identify.device(c)
    const file = await files.open(caller, fileId)
    const { size, sha256 } = file
    for (const [name, value] of Object.entries(fileHeaders(file))) c.header(name, value)
    if (names(c.req.header('if-none-match'), sha256)) return c.body(null, 304)

    const ifRange = c.req.header('if-range')
    const wanted = ifRange === undefined || ifRange === etagOf(sha256) ? c.req.header('range') : undefined
    const range = rangeIn(wanted, size)
    if (range === 'beyond') {
      c.header('Content-Range', `bytes */${size}`)
      return c.body(null, 416)
    }
    const length = range ? range.end - range.start + 1 : size
    const headers = {
      ...Object.fromEntries(c.res.headers),
      'Content-Length': String(length),
      ...(range && { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` }),
    }
    const { outgoing } = c.env
    const hasBody = c.req.method !== 'HEAD' && length > 0
    // Opened before the status goes out: it may fail.
    const bytes = hasBody ? await files.read(fileId, range) : undefined
    outgoing.writeHead(range ? 206 : 200, headers)
    if (!bytes) outgoing.end()
    // A reader that goes away, or a disk that fails, ends the connection: the reader sees that it is not whole.
    else void pipeline(bytes, outgoing).catch(() => outgoing.destroy())
    return RESPONSE_ALREADY_SENT
  }
}
