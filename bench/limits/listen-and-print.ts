import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** On a free port, which it prints as Roost does. */
export function listenAndPrint(server: Server): void {
  server.listen(0, '127.0.0.1', 4_096, () => {
    console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}
