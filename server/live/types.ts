import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Batch } from '../../lib/protocol/batch.ts'
import type { EventName, PayloadOf } from '../../lib/protocol/events.ts'
import type { RawJson } from '../core/messages/raw-json.ts'
import type { BatchText, Caller } from '../core/mother.ts'
import type { InFlight } from '../traffic/in-flight.ts'

interface SocketData {
  caller: Caller
  /** Calls of this connection that are not answered yet. */
  inFlight: InFlight
  /** The id of the request that opened it, for the log. */
  requestId: string
}

/** A list of devices as it goes out. */
export type ToldDevices = RawJson<PayloadOf<'devices'>>

/** A device that may only send hears no more of the account. */
type OwnIds = Pick<PayloadOf<'hello'>, 'userId' | 'deviceId'>

type Raw = { hello: PayloadOf<'hello'> | OwnIds; batch: RawJson<Batch>; devices: ToldDevices }
type Told = { [E in EventName]: (payload: E extends keyof Raw ? Raw[E] : PayloadOf<E>) => void }

/** Tells a device of whatever kind of connection. A batch is encoded by each kind for itself. */
export type Tell = <E extends EventName>(
  event: E,
  payload: E extends 'batch' ? BatchText : E extends 'devices' ? ToldDevices : PayloadOf<E>,
) => void
export type Hello = PayloadOf<'hello'>

export type MotherServer = Server<DefaultEventsMap, Told, DefaultEventsMap, SocketData>
/** A device's connection. */
export type DeviceSocket = Socket<DefaultEventsMap, Told, DefaultEventsMap, SocketData>
