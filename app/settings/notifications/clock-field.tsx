import { minutesOf, timeText } from './minutes.ts'

interface ClockFieldProps {
  label: string
  /** After midnight. */
  minutes: number
  onChange: (minutes: number) => void
}

/** A time of the day. The browser shows it as its person is used to. */
export function ClockField({ label, minutes, onChange }: ClockFieldProps) {
  return (
    <label className="flex items-center gap-2 text-[0.8125rem] text-soft">
      {label}
      <input
        type="time"
        value={timeText(minutes)}
        onChange={(event) => {
          const next = minutesOf(event.target.value)
          if (next !== null) onChange(next)
        }}
        className="numeric min-h-8 rounded-lg border border-edge bg-ground px-2 text-sm text-ink pointer-coarse:min-h-11"
      />
    </label>
  )
}
