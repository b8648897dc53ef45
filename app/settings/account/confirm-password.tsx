import { useState } from 'react'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { OwnPassword } from './password-fields.tsx'

const say = subject('account', english)

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
      <OwnPassword email={email} value={password} onChange={setPassword} />
      <Problem>{problem}</Problem>
      <Button type="submit" look="primary" busy={busy}>
        {say.goOn}
      </Button>
      <PasskeyButton busy={busy} onUse={() => void run(account.signInWithPasskey)}>
        {say.usePasskey}
      </PasskeyButton>
    </form>
  )
}
