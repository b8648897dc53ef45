import { useState } from 'react'
import type { OwnAccount } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { OwnPassword } from './password-fields.tsx'
import { Section } from './section.tsx'

interface DeleteAccountProps {
  account: OwnAccount
  email: string
}

export function DeleteAccount({ account, email }: DeleteAccountProps) {
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { run, busy, problem } = useAction(() => account.deleteAccount(password))
  return (
    <Section title="Delete the account">
      <p className="mb-3 text-sm text-soft">
        Removes the account and every message, for good. Each device deletes what it keeps the next time it connects.
      </p>
      {asking ? (
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <OwnPassword email={email} value={password} onChange={setPassword} autoFocus />
          <Problem>{problem}</Problem>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button type="submit" look="danger" busy={busy}>
              Delete for good
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setAsking(true)}>Delete the account</Button>
      )}
    </Section>
  )
}
