/** `roost-client/browser`: a durable device in a page, also of another origin than the server's. */
export { DeviceError, type DeviceErrorCode } from '../client/device-error.ts'
export type * from '../client/types.ts'
export { type OpenOptions, openDevice } from './open-client.ts'
