import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { DeviceToMother, MotherToDevice } from '../../../lib/protocol/events.ts'
import type { Caller } from '../../mother/mother.ts'

interface SocketData {
  caller: Caller
  /** What it has asked for and is not answered yet. */
  underWay: Set<Promise<void>>
  /** Of the request that opened it, for the log. */
  requestId: string
}

export type MotherServer = Server<DeviceToMother, MotherToDevice, DefaultEventsMap, SocketData>
/** One connection of a device. */
export type DeviceSocket = Socket<DeviceToMother, MotherToDevice, DefaultEventsMap, SocketData>
