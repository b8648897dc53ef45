import { HardDrive } from 'lucide-react'
import type { StorageView } from '../../lib/core/device-state.ts'
import { Button } from '../ui/button.tsx'
import { problems as problemsEnglish } from '../words/en/general/problems.ts'
import { status as statusEnglish } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { Strip } from './strip.tsx'

const status = subject('status', statusEnglish)
const problems = subject('problems', problemsEnglish)

export default function StorageStrip({ storage }: { storage: StorageView }) {
  switch (storage.state) {
    case 'durable':
      return null
    case 'memory':
      return (
        <Strip tone="amber" icon={HardDrive}>
          <b>{status.memory}</b> {status.memoryMeans}
        </Strip>
      )
    case 'full':
      return (
        <Strip tone="danger" icon={HardDrive}>
          <b>{status.full}</b> {status.fullMeans}
        </Strip>
      )
    case 'broken':
      return (
        <Strip
          tone="danger"
          icon={HardDrive}
          action={
            <Button size="small" onClick={() => location.reload()}>
              {status.reload}
            </Button>
          }
        >
          <b>{problems.storage[storage.reason === 'unknown' ? 'failed' : storage.reason]}</b> {status.reloadRepairs}
        </Strip>
      )
  }
}
