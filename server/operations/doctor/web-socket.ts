import { SOCKET_PATH } from '../../../lib/protocol/events.ts'
import type { Check, Finding } from './finding.ts'

const part = 'live'
const PATIENCE_MS = 10_000

/** Checks whether a WebSocket gets through to Roost. */
export function checkWebSocket(url: string): Check {
  return async () => [await hears(url)]
}

function hears(url: string): Promise<Finding> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`)
  return new Promise((resolve) => {
    const end = (finding: Finding) => {
      clearTimeout(timer)
      resolve(finding)
      socket.close()
    }
    const refused = () =>
      end({ state: 'bad', part, says: `no WebSocket gets through to ${url}`, todo: 'let the proxy pass upgrades on' })
    const timer = setTimeout(refused, PATIENCE_MS)
    socket.onerror = refused
    // Engine.IO's greeting, which a proxy that answers in Roost's place does not know.
    socket.onmessage = ({ data }) => {
      if (`${data}`.startsWith('0{')) end({ state: 'ok', part, says: `WebSockets get through to ${url}` })
      else refused()
    }
  })
}
