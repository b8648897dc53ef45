import type { DeviceState } from '../../lib/core/device-state.ts'

export type OutboxEntry = DeviceState['outbox'][number]
