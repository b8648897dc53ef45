import { createServer } from 'node:http'
import { listenAndPrint } from './listen-and-print.ts'

/** Plain HTTP with nothing behind it: as many bytes as the path says. */
const bodies = new Map<string, Buffer>()

const server = createServer(({ url = '/0' }, response) => {
  const body = bodies.get(url) ?? Buffer.alloc(Number(url.slice(1)), 'x')
  bodies.set(url, body)
  response.end(body)
})
listenAndPrint(server)
