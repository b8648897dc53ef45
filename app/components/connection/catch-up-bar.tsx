import type { ConnectionView } from '../../../lib/view/device-state.ts'
import { innermost } from '../../hooks/use-connection-words.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'

/** Nothing, unless messages are being fetched. */
export function CatchUpBar({ connection, className }: { connection: ConnectionView; className?: string }) {
  const view = innermost(connection)
  if (view.state !== 'catchingUp') return null
  return <ProgressBar label="Fetching messages" done={view.done} total={view.total} className={className ?? ''} />
}
