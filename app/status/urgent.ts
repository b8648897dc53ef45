import type { ConnectionView, DeviceState } from '../../lib/core/device-state.ts'
import { innermost } from '../connection/innermost.ts'

/** Why nothing goes out, when that is no more than a wait. */
export type Away = Extract<ConnectionView, { state: 'offline' | 'switchedOff' | 'waiting' }>

/** The subject of the line above the composer. */
export type Urgent = 'signedOut' | 'storage' | 'news' | 'joined' | 'network' | 'outcome' | 'update' | 'notices' | null

/** Chooses the most urgent subject. `asked`: a check of the person has ended. `notice`: notifications have something to say. */
export function urgentOf(
  { connection, storage, joined, news }: Pick<DeviceState, 'connection' | 'storage' | 'joined' | 'news'>,
  asked: boolean,
  updateReady: boolean,
  notice = false,
): Urgent {
  const view = innermost(connection)
  if (view.state === 'signedOut') return 'signedOut'
  if (storage.state !== 'durable') return 'storage'
  if (news.length > 0) return 'news'
  if (joined.length > 0) return 'joined'
  if (awayOf(connection)) return 'network'
  if (asked) return 'outcome'
  if (updateReady) return 'update'
  return notice ? 'notices' : null
}

export function awayOf(connection: ConnectionView): Away | null {
  const view = innermost(connection)
  return view.state === 'offline' || view.state === 'switchedOff' || view.state === 'waiting' ? view : null
}
