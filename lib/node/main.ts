/** `roost-client/node`: a durable device in a Node process. */
export { DeviceError, type DeviceErrorCode } from '../client/device-error.ts'
export type * from '../client/types.ts'
export { type OpenOptions, openDevice } from './open-device.ts'
