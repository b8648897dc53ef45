import { useState } from 'react'
import type { Backup as Made } from '../../../lib/protocol/admin.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { Section } from '../parts/section.tsx'
import type { Act } from './use-admin.ts'

const say = subject('admin', english)

interface BackupProps {
  act: Act
  /** The server can make one itself. */
  possible: boolean
}

export function Backup({ act, possible }: BackupProps) {
  const [made, set] = useState<Made | null>(null)
  const { run, busy, problem } = useAction(() => act(async (calls) => set(await calls.backUp())))
  if (!possible)
    return (
      <Section title={say.backup} lead={say.noBackup}>
        {null}
      </Section>
    )
  return (
    <Section title={say.backup} lead={say.backupLead}>
      <Problem>{problem}</Problem>
      <p role="status" className="mb-3 text-sm text-soft wrap-anywhere empty:hidden">
        {made ? say.backedUp(made.file) : ''}
      </p>
      <Button busy={busy} onClick={() => void run()}>
        {busy ? say.backingUp : say.backUp}
      </Button>
    </Section>
  )
}
