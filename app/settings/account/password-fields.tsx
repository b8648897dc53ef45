import { TextField } from '../../ui/text-field.tsx'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('account', english)

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
        label={say.yourPassword}
        hint={email ? say.ofTheAccount(email) : undefined}
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
