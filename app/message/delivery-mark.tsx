import { deliveryOf } from '../../lib/core/timeline/delivery.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { deliveryWords } from '../words/delivery-words.ts'
import { DeliveryIcon } from './delivery-icon.tsx'
import { HoldersPopoverOnDemand } from './holders-popover-on-demand.ts'

interface DeliveryMarkProps {
  entry: Entry
  /** Shows the icon alone; a screen reader reads its words. */
  brief: boolean
}

/** Shows how far a message of this device has come. Pressed, it lists which devices have it. */
export function DeliveryMark({ entry, brief }: DeliveryMarkProps) {
  const { devices, asOf, showHolders } = useTimeline()
  const delivery = deliveryOf(entry, devices)
  // A device that has a message keeps it; one that lacked it may have it by now.
  const open = delivery.state === 'server' || delivery.state === 'some'
  const words = open && asOf ? `${deliveryWords(delivery)}, ${asOf}` : deliveryWords(delivery)
  const { from, to, version } = entry
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={brief ? words : undefined}
      title={brief ? words : 'Which devices have it'}
      {...HoldersPopoverOnDemand.onIntent}
      onClick={(event) => version !== null && showHolders({ version, from, to }, event.currentTarget)}
      className={`flex items-center gap-1 rounded-md text-faint underline-offset-4 transition-colors hover:text-ink ${brief ? 'p-1.5 opacity-70 hover:opacity-100 focus-visible:opacity-100' : 'relative after:absolute after:-inset-2 hover:underline'}`}
    >
      <DeliveryIcon state={delivery.state} />
      {brief ? null : words}
    </button>
  )
}
