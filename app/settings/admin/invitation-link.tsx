import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'

const say = subject('admin', english)

/** The link of an invitation, while this page shows it. */
export function InvitationLink({ url }: { url: string }) {
  const [copied, setCopied] = useState('')
  return (
    <Panel className="mb-3">
      <Fact
        title={say.link}
        note={
          <>
            <span dir="ltr" data-testid="invitation-link" className="block font-mono select-all">
              {url}
            </span>
            {say.linkNote}
          </>
        }
      >
        <Button
          size="small"
          look="primary"
          onClick={() => void copyText(url).then((done) => setCopied(done ? url : ''))}
        >
          {copied === url ? say.copied : say.copy}
        </Button>
      </Fact>
    </Panel>
  )
}
