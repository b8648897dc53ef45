import type { ReactNode } from 'react'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import type { Gate } from './use-gate.ts'

const say = subject('account', english)

interface BehindGateProps {
  gate: Gate
  /** Says what opens. */
  lead: string
  children: (account: OwnAccount, email: string) => ReactNode
}

/** Shows a part of the account once its person has proved who they are. */
export function BehindGate({ gate, lead, children }: BehindGateProps) {
  const { account, email, confirmed, confirm } = gate
  if (!account || !email) return null
  if (confirmed) return children(account, email)
  return (
    <Section title={say.confirmTitle} lead={lead}>
      <Panel className="py-4">
        <ConfirmPassword account={account} email={email} onConfirmed={confirm} />
      </Panel>
    </Section>
  )
}
