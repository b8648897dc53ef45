import { useId } from 'react'

interface ToggleProps {
  title: string
  note: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A row with a switch. */
export function Toggle({ title, note, checked, onChange }: ToggleProps) {
  const id = useId()
  return (
    <div className="flex min-h-14 items-center gap-3 py-2.5">
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer">
        <span className="block text-sm font-medium">{title}</span>
        <span id={`${id}-note`} className="mt-0.5 block text-[0.8125rem]/[1.1875rem] text-faint text-pretty">
          {note}
        </span>
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-describedby={`${id}-note`}
        aria-label={title}
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="switch relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full bg-edge transition-colors before:absolute before:top-[3px] before:start-[3px] before:size-[18px] before:rounded-full before:bg-white before:shadow-sm before:transition-transform checked:bg-accent checked:before:translate-x-4 rtl:checked:before:-translate-x-4 dark:before:bg-ground"
      />
    </div>
  )
}
