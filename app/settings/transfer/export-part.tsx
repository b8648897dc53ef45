import { useSyncExternalStore } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatSize } from '../../words/bytes.ts'
import { transfer as english } from '../../words/en/settings/transfer.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { useHeld } from '../storage/use-held.ts'
import { cancelExport, exportJob, startExport } from './export-job.ts'
import { problemOf } from './problem-of.ts'

const say = subject('transfer', english)

export function ExportPart({ device }: { device: TabDevice }) {
  const text = say
  const { now } = useSyncExternalStore(exportJob.subscribe, exportJob.get)
  const held = useHeld(device)
  const start = () => void startExport(device)

  return (
    <Section title={text.exportTitle} lead={text.exportLead}>
      <Panel>
        {now.state === 'running' ? (
          <div className="pb-3">
            <Fact title={text.exporting} note={text.exportingNote(percent(now))}>
              <Button size="small" onClick={cancelExport}>
                {text.cancel}
              </Button>
            </Fact>
            <ProgressBar label={text.exporting} done={now.done} total={now.total} />
          </div>
        ) : now.state === 'ready' ? (
          <Fact
            title={<span role="status">{text.exported}</span>}
            note={text.exportedNote(now.name, formatSize(now.size))}
          >
            <a
              href={now.url}
              download={now.name}
              className="inline-flex h-8 items-center rounded-lg border border-line bg-raised px-3 text-sm font-medium hover:border-edge pointer-coarse:h-11"
            >
              {text.saveAgain}
            </a>
            <Button size="small" onClick={start}>
              {text.exportAgain}
            </Button>
          </Fact>
        ) : (
          <Fact title={text.exportTitle} note={text.exportNote(held?.count ?? null)}>
            <Button size="small" onClick={start}>
              {text.export}
            </Button>
          </Fact>
        )}
      </Panel>
      {now.state === 'failed' ? (
        <div className="mt-3">
          <Problem>{problemOf(now.error)}</Problem>
        </div>
      ) : null}
    </Section>
  )
}

const percent = ({ done, total }: { done: number; total: number }) =>
  total === 0 ? 0 : Math.floor((done / total) * 100)
