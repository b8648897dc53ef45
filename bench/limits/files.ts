import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { mkdtemp, open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { listenAndPrint } from './listen-and-print.ts'

/** Writes a body into a file, which it syncs before it answers, and sends it back. */
const folder = await mkdtemp(join(tmpdir(), 'roost-bench-'))
const path = join(folder, 'file')
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true })
  process.exit(0)
})

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return void pipeline(createReadStream(path), response)
  const file = await open(path, 'w')
  await pipeline(request, createWriteStream(path, { fd: file.fd, autoClose: false }))
  await file.datasync()
  await file.close()
  response.writeHead(204).end()
})
listenAndPrint(server)
