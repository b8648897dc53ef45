import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../lib/protocol/admin.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import type { Act } from './use-admin.ts'

const say = subject('admin', english)

const signs = {
  ok: { Icon: CircleCheck, colour: 'text-faint' },
  warn: { Icon: TriangleAlert, colour: 'text-ink' },
  bad: { Icon: CircleAlert, colour: 'text-danger' },
}
const order = ['bad', 'warn', 'ok']

export function Health({ act }: { act: Act }) {
  const [findings, set] = useState<Finding[] | null>(null)
  const { run, busy, problem } = useAction(() => act(async (calls) => set(await calls.health())))
  const worstFirst = findings?.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

  return (
    <Section title={say.health} lead={say.healthLead}>
      <Problem>{problem}</Problem>
      {worstFirst ? (
        <Panel className="mb-3">
          {/* The doctor speaks English only. */}
          <ul lang="en" dir="ltr" className="divide-y divide-line">
            {worstFirst.map(({ state, part, says, todo }) => {
              const { Icon, colour } = signs[state]
              return (
                <li key={part + says}>
                  <Fact
                    sign={
                      <Icon className={`size-[18px] flex-none ${colour}`} role="img" aria-label={say.states[state]} />
                    }
                    title={`${part}: ${says}`}
                    note={todo}
                  />
                </li>
              )
            })}
          </ul>
        </Panel>
      ) : null}
      <Button busy={busy} onClick={() => void run()}>
        {busy ? say.examining : say.examine}
      </Button>
    </Section>
  )
}
