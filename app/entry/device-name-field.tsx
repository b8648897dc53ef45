import { limits } from '../../lib/protocol/limits.ts'
import { TextField } from '../ui/text-field.tsx'

interface DeviceNameFieldProps {
  value: string
  onChange: (name: string) => void
  autoFocus?: boolean
}

export function DeviceNameField({ value, onChange, autoFocus }: DeviceNameFieldProps) {
  return (
    <TextField
      label="Name of this device"
      name="device-name"
      autoComplete="off"
      required
      maxLength={limits.nameLength}
      autoFocus={autoFocus}
      onFocus={(event) => event.target.select()}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
