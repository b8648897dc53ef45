import { TextField } from '../ui/text-field.tsx'

interface OwnPasswordProps {
  /** A password manager finds the password by it. */
  email: string | null
  value: string
  onChange: (password: string) => void
  autoFocus?: boolean
}

/** Asks for the password of the account that this device belongs to. */
export function OwnPassword({ email, value, onChange, autoFocus = false }: OwnPasswordProps) {
  return (
    <>
      <input
        type="email"
        name="email"
        autoComplete="username"
        value={email ?? ''}
        readOnly
        hidden
        aria-hidden="true"
        tabIndex={-1}
      />
      <TextField
        label="Your password"
        hint={email ? `Of the account ${email}` : undefined}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}
