import type { ConnectionView } from '../../lib/core/device-state.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { innermost } from './innermost.ts'

/** Shows progress while the device fetches messages, and nothing otherwise. */
export function CatchUpBar({ connection, className }: { connection: ConnectionView; className?: string }) {
  const view = innermost(connection)
  if (view.state !== 'catchingUp') return null
  return <ProgressBar label="Fetching messages" done={view.done} total={view.total} className={className ?? ''} />
}
