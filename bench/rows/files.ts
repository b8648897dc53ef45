import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { newDevice, signUp } from '../../tests/kit/clients/account.ts'
import { createFileClient, UPLOAD_TYPE } from '../../tests/kit/clients/files.ts'
import { createHttpClient } from '../../tests/kit/clients/http-client.ts'
import { temporaryDir } from '../parts/data.ts'
import { startLimit, startRoost } from '../parts/server.ts'
import { perSecond } from '../parts/time.ts'
import type { Row, Size } from '../row.ts'

const MB = 1024 ** 2
const BYTES: Record<Size, number> = { tiny: MB, full: 100 * MB, huge: 100 * MB }

export const files: Row = {
  id: 'files',
  work: 'a file of 100 MiB up in one request, synced, and down again; the limit is node:http to and from a synced file',
  lines: [
    { what: 'upload', figure: 'up', unit: 'MiB/s', better: 'more', side: 'roost', against: 'http', target: 0.7 },
    { what: 'download', figure: 'down', unit: 'MiB/s', better: 'more', side: 'roost', against: 'http', target: 0.7 },
  ],
  async open(size) {
    const bytes = Buffer.alloc(BYTES[size], 'x')
    await using stack = new AsyncDisposableStack()
    const data = stack.use(temporaryDir())
    const roost = stack.use(await startRoost(data.dir))
    const limit = stack.use(await startLimit('files'))
    const url = `http://127.0.0.1:${roost.port}`
    const http = createHttpClient(url)
    const { token } = await newDevice(http, await signUp(http), 'Bench')
    const client = createFileClient(http, token)
    const kept = stack.move()

    /** MiB a second, up and down. */
    async function measured(address: string, method: string, headers: Record<string, string>) {
      const rate = (run: () => Promise<unknown>) => perSecond(bytes.length / MB, run)
      const up = await rate(() => exchange(address, method, headers, bytes))
      const down = await rate(() => exchange(address, 'GET', headers))
      return { up, down }
    }

    return {
      sides: {
        async roost() {
          const fileId = randomUUID()
          await client.create(bytes.length, { fileId })
          const tus = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': UPLOAD_TYPE }
          const headers = { Authorization: `Bearer ${token}`, ...tus }
          const figures = await measured(`${url}/v1/files/${fileId}`, 'PATCH', headers)
          await client.terminate(fileId)
          return figures
        },
        http: () => measured(`http://127.0.0.1:${limit.port}/`, 'PUT', {}),
      },
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    }
  },
}

/** Sends a body, if there is one, and reads the answer to its end. @throws unless it succeeds. */
async function exchange(address: string, method: string, headers: Record<string, string>, body?: Buffer) {
  const length = body === undefined ? {} : { 'Content-Length': String(body.length) }
  const sent = request(address, { method, headers: { ...headers, ...length } })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  for await (const _ of answer);
  if ((answer.statusCode ?? 0) > 299) throw new Error(`${method} was answered with ${answer.statusCode}`)
}
