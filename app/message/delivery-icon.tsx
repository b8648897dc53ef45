import { Check, CheckCheck, Clock3 } from 'lucide-react'
import type { Delivery } from '../../lib/core/timeline/delivery.ts'

const icons = { waiting: Clock3, server: Check, some: CheckCheck, all: CheckCheck }

export function DeliveryIcon({ state }: { state: Delivery['state'] }) {
  const Icon = icons[state]
  const colour = state === 'all' ? 'text-accent' : state === 'waiting' ? 'text-amber' : ''
  return <Icon className={`size-3.5 shrink-0 ${colour}`} aria-hidden="true" />
}
