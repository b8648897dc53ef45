import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { Problem } from '../../ui/problem.tsx'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { Accounts } from './accounts.tsx'
import { Backup } from './backup.tsx'
import { Health } from './health.tsx'
import { Invitations } from './invitations.tsx'
import { useAdmin } from './use-admin.ts'

const say = subject('admin', english)

interface AdminPageProps {
  account: OwnAccount
  /** The sign-in has become too old. */
  onStale: () => Promise<void>
}

export function AdminPage({ account, onStale }: AdminPageProps) {
  const { seen, act, change, busy, problem } = useAdmin(account, onStale)
  if (!seen) return <Problem>{problem}</Problem>
  return (
    <>
      <Accounts
        accounts={seen.accounts}
        busy={busy}
        problem={problem}
        onRemove={(id) => change((calls) => calls.removeAccount(id))}
      />
      <Invitations
        invitations={seen.invitations}
        busy={busy}
        problem={problem}
        onInvite={(show) => change(async (calls) => show(await calls.invite()))}
        onCancel={(id) => change((calls) => calls.cancelInvitation(id))}
      />
      <Health act={act} />
      <Backup act={act} possible={seen.backup} />
      <Section title={say.version}>
        <Panel>
          <Fact title={say.versionNote(location.host, seen.version)} />
        </Panel>
      </Section>
    </>
  )
}
