import { useState } from 'react'
import type { OwnAccount } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { OwnPassword } from './password-fields.tsx'

interface ConfirmPasswordProps {
  account: OwnAccount
  email: string
  onConfirmed: () => void
}

export function ConfirmPassword({ account, email, onConfirmed }: ConfirmPasswordProps) {
  const [password, setPassword] = useState('')
  const { run, busy, problem } = useAction(async (signIn: () => Promise<void>) => {
    await signIn()
    onConfirmed()
  })
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run(() => account.signIn(password))
      }}
    >
      <OwnPassword email={email} value={password} onChange={setPassword} autoFocus />
      <Problem>{problem}</Problem>
      <Button type="submit" look="primary" className="w-full" busy={busy}>
        Go on
      </Button>
      <PasskeyButton busy={busy} onUse={() => void run(account.signInWithPasskey)}>
        Use a passkey
      </PasskeyButton>
    </form>
  )
}
