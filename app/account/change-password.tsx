import { useState } from 'react'
import type { OwnAccount } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { TextField } from '../ui/text-field.tsx'
import { OwnPassword } from './password-fields.tsx'
import { Section } from './section.tsx'

interface ChangePasswordProps {
  account: OwnAccount
  email: string
}

const PASSWORD_LENGTH = 8

export function ChangePassword({ account, email }: ChangePasswordProps) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [done, setDone] = useState(false)
  const { run, busy, problem } = useAction(async () => {
    setDone(false)
    await account.changePassword(current, next)
    setCurrent('')
    setNext('')
    setDone(true)
  })
  return (
    <Section title="Change the password">
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <OwnPassword email={email} value={current} onChange={setCurrent} />
        <TextField
          label="New password"
          type="password"
          name="new-password"
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH}
          hint={`At least ${PASSWORD_LENGTH} characters. All other sign-ins end; your devices stay.`}
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <Problem>{problem}</Problem>
        <p role="status" className="text-sm text-soft empty:hidden">
          {done ? 'The password is changed. All other sign-ins have ended.' : ''}
        </p>
        <Button type="submit" busy={busy}>
          Change the password
        </Button>
      </form>
    </Section>
  )
}
