import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { limits } from '../../lib/protocol/limits.ts'
import { useAction } from '../hooks/use-action.ts'
import { keyOf } from '../keys/keys.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { devices as english } from '../words/en/devices/devices.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('devices', english)

interface RenameFieldProps {
  name: string
  onRename: (name: string) => Promise<void>
  onDone: () => void
}

/** Enter saves the new name, Escape keeps the old one. */
export default function RenameField({ name, onRename, onDone }: RenameFieldProps) {
  const [value, setValue] = useState(name)
  const [empty, setEmpty] = useState(false)
  const { run, busy, problem } = useAction(async () => {
    const next = value.trim()
    if (next !== name) await onRename(next)
    onDone()
  })

  return (
    <form
      className="min-w-0 flex-1 py-2"
      onSubmit={(event) => {
        event.preventDefault()
        setEmpty(!isVisible(value))
        if (isVisible(value)) void run()
      }}
      onKeyDown={(event) => {
        const key = keyOf(event)
        // A sheet around this field would close, too.
        if (key === null || key === 'Escape') event.stopPropagation()
        if (key === 'Escape') onDone()
      }}
    >
      <div className="flex items-center">
        <input
          aria-label={`New name for ${name}`}
          // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
          autoFocus
          maxLength={limits.nameLength}
          value={value}
          onFocus={(event) => event.target.select()}
          aria-invalid={empty || problem !== null}
          onChange={(event) => {
            setValue(event.target.value)
            setEmpty(false)
          }}
          className="h-9 min-w-0 flex-1 rounded-lg border border-edge bg-raised px-2.5 text-sm focus-visible:border-accent focus-visible:outline-offset-0"
        />
        <IconButton icon={Check} label={say.saveName} type="submit" disabled={busy} />
        <IconButton icon={X} label={say.keepName} onClick={onDone} />
      </div>
      {empty || problem ? (
        <p role="alert" className="pt-1 text-xs text-danger">
          {empty ? say.needsName : problem}
        </p>
      ) : null}
    </form>
  )
}

/** Spaces, and characters that are drawn as nothing, are no name. */
const isVisible = (name: string) => /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name)
