import { useState } from 'react'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { OwnPassword } from './password-fields.tsx'

const say = subject('account', english)

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
    <Section title={say.changePassword}>
      <Panel className="py-4">
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <OwnPassword email={email} value={current} onChange={setCurrent} />
          <TextField
            label={say.newPassword}
            type="password"
            name="new-password"
            autoComplete="new-password"
            minLength={PASSWORD_LENGTH}
            hint={say.newPasswordHint(PASSWORD_LENGTH)}
            required
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
          <Problem>{problem}</Problem>
          <p role="status" className="text-sm text-soft empty:hidden">
            {done ? say.passwordChanged : ''}
          </p>
          <Button type="submit" busy={busy}>
            {say.changePassword}
          </Button>
        </form>
      </Panel>
    </Section>
  )
}
