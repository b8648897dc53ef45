import { ChevronDown } from 'lucide-react'
import { type RefObject, Suspense, useRef, useState } from 'react'
import { onDemand } from '../../ui/on-demand.ts'
import { composer as english } from '../../words/en/inbox/composer.ts'
import { subject } from '../../words/language/catalog.ts'
import { ReceiverTile } from './receiver-tile.tsx'
import type { Receiver } from './receivers.ts'

const say = subject('composer', english)

const ReceiverMenu = onDemand(() => import('./receiver-menu.tsx'))

interface ReceiverChipProps {
  /** The focus goes there after a choice. */
  field: RefObject<HTMLTextAreaElement | null>
  chosen: string
  receivers: readonly Receiver[]
  onChoose: (receiver: string) => void
}

/** Says who gets the message, and opens the menu of all who can. */
export function ReceiverChip({ field, chosen, receivers, onChoose }: ReceiverChipProps) {
  const [open, setOpen] = useState(false)
  const chip = useRef<HTMLButtonElement>(null)
  const name = receivers.find((it) => it.id === chosen)?.name ?? ''
  return (
    <>
      <button
        ref={chip}
        type="button"
        {...ReceiverMenu.onIntent}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={say.to(name)}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-(--control) max-w-[max(9rem,100%-6.5rem)] min-w-0 items-center gap-[0.4375rem] rounded-[9px] bg-well ps-2 pe-[0.5625rem] text-[0.8125rem] font-[550] select-none hover:bg-chosen aria-expanded:bg-chosen"
      >
        <ReceiverTile id={chosen} size={20} />
        <span className="min-w-0 truncate">{name}</span>
        <ChevronDown className="size-[0.9375rem] shrink-0 text-faint" aria-hidden="true" />
      </button>
      <Suspense>
        {open ? (
          <ReceiverMenu {...{ anchor: chip, field, chosen, receivers, onChoose }} onClose={() => setOpen(false)} />
        ) : null}
      </Suspense>
    </>
  )
}
