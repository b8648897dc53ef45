import type { StorageView } from '../../lib/core/device-state.ts'
import { Button } from '../ui/button.tsx'
import { storageWords } from '../words/problem-words.ts'
import { Notice } from './notice.tsx'

export default function StorageNotice({ storage }: { storage: StorageView }) {
  switch (storage.state) {
    case 'durable':
      return null
    case 'memory':
      return (
        <Notice tone="amber">
          This browser keeps nothing here (a private window?). Everything on this page is gone when you close the tab.
        </Notice>
      )
    case 'full':
      return (
        <Notice tone="danger">
          This browser has no room left. Free some space; until then new messages stay on the server, and nothing is
          lost.
        </Notice>
      )
    case 'broken':
      return (
        <Notice tone="danger" action={<ReloadButton />}>
          {storageWords[storage.reason === 'unknown' ? 'failed' : storage.reason]} A reload repairs it.
        </Notice>
      )
  }
}

const ReloadButton = () => (
  <Button size="small" onClick={() => location.reload()}>
    Reload
  </Button>
)
