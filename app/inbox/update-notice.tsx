import { Button } from '../ui/button.tsx'
import { Notice } from './notice.tsx'

export function UpdateNotice() {
  return (
    <Notice
      tone="accent"
      action={
        <Button size="small" look="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      A new version is ready.
    </Notice>
  )
}
