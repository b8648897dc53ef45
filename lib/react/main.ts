/** `roost-client/react`: hooks over a device of `roost-client/browser`. */
export { type Inbox, useDevice, useDevices, useInbox, useSend, useUnread } from './hooks.ts'
export { RoostProvider, type RoostProviderProps } from './provider.ts'
