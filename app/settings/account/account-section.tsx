import { browserName } from '../../../lib/browser/browser-name.ts'
import { Problem } from '../../ui/problem.tsx'
import { browserWords } from '../../words/devices/browser-words.ts'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import type { SectionProps } from '../section-props.ts'
import { Activity } from './activity.tsx'
import { BehindGate } from './behind-gate.tsx'
import { ChangePassword } from './change-password.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { Passkeys } from './passkeys.tsx'
import { SignIns } from './sign-ins.tsx'

const say = subject('account', english)

/** The account of this inbox. Most of it opens with the password. */
export default function AccountSection({ gate }: SectionProps) {
  const text = say
  const { account, email, problem, confirmed, askAgain } = gate
  return (
    <>
      <Problem>{problem}</Problem>
      <Section title={text.addressTitle}>
        <Panel>
          <Fact title={text.email} note={email ?? (problem ? text.unknownEmail : text.askingEmail)} />
        </Panel>
      </Section>
      <BehindGate gate={gate} lead={text.confirmLead}>
        {(own, address) => (
          <>
            <ChangePassword account={own} email={address} />
            <Passkeys account={own} here={browserWords(browserName(navigator.userAgent))} onStale={askAgain} />
            <SignIns account={own} onStale={askAgain} />
          </>
        )}
      </BehindGate>
      {account ? <Activity account={account} /> : null}
      {account && email && confirmed ? <DeleteAccount account={account} email={email} /> : null}
    </>
  )
}
