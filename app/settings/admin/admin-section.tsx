import { Problem } from '../../ui/problem.tsx'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { BehindGate } from '../account/behind-gate.tsx'
import type { SectionProps } from '../section-props.ts'
import { AdminPage } from './admin-page.tsx'

const say = subject('admin', english)

/** The whole server. Only the person with the first account finds it in the list. */
export default function AdminSection({ gate }: SectionProps) {
  if (gate.first === false) return <p className="text-sm text-soft">{say.notFirst}</p>
  return (
    <>
      <Problem>{gate.problem}</Problem>
      <BehindGate gate={gate} lead={say.confirmLead}>
        {(account) => <AdminPage account={account} onStale={gate.askAgain} />}
      </BehindGate>
    </>
  )
}
