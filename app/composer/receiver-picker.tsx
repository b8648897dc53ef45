import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'

interface ReceiverPickerProps {
  value: string
  others: readonly DeviceInfo[]
  /** Receivers with a text that was not sent. */
  kept: readonly string[]
  /** Names removed devices, too. */
  nameOf: (deviceId: string) => string
  onChange: (receiver: string) => void
}

export function ReceiverPicker({ value, others, kept, nameOf, onChange }: ReceiverPickerProps) {
  const id = useId()
  const isHere = (id: string) => id === ALL || others.some((it) => it.deviceId === id)
  // A text for a removed device can be found here, and sent to another one.
  const gone = [...new Set([value, ...kept])].filter((id) => !isHere(id))
  return (
    <span className="relative inline-flex min-w-0 items-center">
      <label htmlFor={id} className="ps-2.5 pe-1.5 text-sm text-faint">
        To
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`picker inline-flex h-8 items-center max-w-[15rem] min-w-0 appearance-none truncate rounded-lg ps-1.5 pe-7 text-sm font-medium transition-colors pointer-coarse:h-11 ${value === ALL ? 'text-soft hover:bg-ink/6' : 'bg-own text-accent-strong'}`}
      >
        <option value={ALL}>All devices</option>
        {others.map(({ deviceId, name }) => (
          <option key={deviceId} value={deviceId}>
            {name}
          </option>
        ))}
        {gone.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)} (removed)
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute end-2 size-4 text-faint" aria-hidden="true" />
    </span>
  )
}
