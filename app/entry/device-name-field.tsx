import { limits } from '../../lib/protocol/limits.ts'
import { TextField } from '../ui/text-field.tsx'
import { naming as english } from '../words/en/start/naming.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('naming', english)

interface DeviceNameFieldProps {
  value: string
  onChange: (name: string) => void
  autoFocus?: boolean
}

export function DeviceNameField({ value, onChange, autoFocus }: DeviceNameFieldProps) {
  return (
    <TextField
      label={say.deviceName}
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
