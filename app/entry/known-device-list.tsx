import { ChevronRight } from 'lucide-react'
import type { KnownDevice } from '../../lib/browser/browser.ts'
import { useNow } from '../hooks/use-now.ts'
import { accountsOf } from '../words/account-words.ts'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { formatPast } from '../words/time/time.ts'

const say = subject('entry', english)

interface KnownDeviceListProps {
  known: readonly KnownDevice[]
  busy: boolean
  onOpen: (deviceId: string) => void
}

export function KnownDeviceList({ known, busy, onOpen }: KnownDeviceListProps) {
  const now = useNow(60_000)
  const several = accountsOf(known).length > 1
  return (
    <ul className="mt-3 divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {known.map(({ deviceId, name, open, lastUsed, account }) => (
        <li key={deviceId}>
          <button
            type="button"
            disabled={open || busy}
            onClick={() => onOpen(deviceId)}
            className="flex w-full items-center gap-3 px-4 py-3 text-start -outline-offset-2 transition-colors enabled:hover:bg-bubble"
          >
            <span className="min-w-0 flex-1">
              <span className={`block truncate font-medium ${open ? 'text-faint' : ''}`}>{name}</span>
              <span className="block text-sm text-faint">
                {several && account ? `${account} · ` : ''}
                {open ? say.openElsewhere : say.lastUsed(formatPast(lastUsed, now))}
              </span>
            </span>
            {open ? null : <ChevronRight className="size-4 shrink-0 text-faint rtl:-scale-x-100" aria-hidden="true" />}
          </button>
        </li>
      ))}
    </ul>
  )
}
