import { useId } from 'react'

interface SegmentsProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of one among few, in sight together. Native radios bring the keys. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId()
  return (
    <fieldset className="segments inline-flex flex-none rounded-[10px] bg-well p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((it) => (
        <label
          key={it.value}
          className="relative grid min-h-7 cursor-pointer place-items-center rounded-lg px-3 text-[0.8125rem] font-medium text-soft has-checked:bg-raised has-checked:text-ink has-checked:shadow-rest has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            value={it.value}
            checked={it.value === value}
            onChange={() => onChange(it.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {it.label}
        </label>
      ))}
    </fieldset>
  )
}
