import { ALL } from '../../lib/protocol/values/ids.ts'
import { useTimeline } from '../timeline/timeline-context.ts'

/** Shows that a message is for one device alone. */
export function OnlyTo({ receiverDeviceId }: { receiverDeviceId: string }) {
  const { selfId, nameOf } = useTimeline()
  if (receiverDeviceId === ALL) return null
  return (
    <span className="min-w-0 truncate rounded-full bg-ink/6 px-2 py-px text-soft">
      Only to {receiverDeviceId === selfId ? 'this device' : nameOf(receiverDeviceId)}
    </span>
  )
}
