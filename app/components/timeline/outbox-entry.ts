import type { DeviceState } from '../../../lib/view/device-state.ts'

export type OutboxEntry = DeviceState['outbox'][number]
