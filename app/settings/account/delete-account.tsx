import { useState } from 'react'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { OwnPassword } from './password-fields.tsx'

const say = subject('account', english)

interface DeleteAccountProps {
  account: OwnAccount
  email: string
}

export function DeleteAccount({ account, email }: DeleteAccountProps) {
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { run, busy, problem } = useAction(() => account.deleteAccount(password))
  return (
    <Section title={say.deleteTitle} lead={say.deleteLead}>
      {asking ? (
        <Panel className="py-4">
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
              <Button onClick={() => setAsking(false)}>{say.deleteKeep}</Button>
              <Button type="submit" look="danger" busy={busy}>
                {say.deleteForGood}
              </Button>
            </div>
          </form>
        </Panel>
      ) : (
        <Button onClick={() => setAsking(true)}>{say.deleteOpen}</Button>
      )}
    </Section>
  )
}
