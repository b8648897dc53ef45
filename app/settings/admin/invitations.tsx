import { useState } from 'react'
import type { NewInvitation, OpenInvitation } from '../../../lib/protocol/admin.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatAt, formatPast } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { InvitationLink } from './invitation-link.tsx'

const say = subject('admin', english)

interface InvitationsProps {
  invitations: readonly OpenInvitation[]
  busy: boolean
  problem: string | null
  onInvite: (show: (made: NewInvitation) => void) => void
  onCancel: (invitationId: string) => void
}

export function Invitations({ invitations, busy, problem, onInvite, onCancel }: InvitationsProps) {
  const now = useNow(30_000)
  const [made, show] = useState<NewInvitation | null>(null)
  const isOpen = invitations.some((it) => it.invitationId === made?.invitationId)

  return (
    <Section title={say.invitations} lead={say.invitationsLead}>
      <Problem>{problem}</Problem>
      {made && isOpen ? <InvitationLink url={made.url} /> : null}
      {invitations.length > 0 ? (
        <Panel className="mb-3">
          <ul data-focus-home className="divide-y divide-line">
            {invitations.map(({ invitationId, createdAt, expiresAt }) => (
              <li key={invitationId}>
                <Fact title={say.open(formatPast(createdAt, now))} note={say.until(formatAt(expiresAt, now))}>
                  <Button
                    size="small"
                    aria-label={say.cancelIt(formatPast(createdAt, now))}
                    disabled={busy}
                    onClick={() => onCancel(invitationId)}
                  >
                    {say.cancel}
                  </Button>
                </Fact>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <p className="mb-3 text-sm text-soft">{say.noInvitations}</p>
      )}
      <Button disabled={busy} onClick={() => onInvite(show)}>
        {say.invite}
      </Button>
    </Section>
  )
}
