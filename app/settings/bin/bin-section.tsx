import { Problem } from '../../ui/problem.tsx'
import { bin as english } from '../../words/en/settings/bin.ts'
import { subject } from '../../words/language/catalog.ts'
import { BehindGate } from '../account/behind-gate.tsx'
import type { SectionProps } from '../section-props.ts'
import { Bin } from './bin.tsx'

const say = subject('bin', english)

export default function BinSection({ device, gate }: SectionProps) {
  return (
    <>
      <Problem>{gate.problem}</Problem>
      <BehindGate gate={gate} lead={say.confirmLead}>
        {(account) => <Bin device={device} account={account} onStale={gate.askAgain} />}
      </BehindGate>
    </>
  )
}
