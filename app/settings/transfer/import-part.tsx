import { useRef, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { transfer as english } from '../../words/en/settings/transfer.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Question } from '../parts/question.tsx'
import { Section } from '../parts/section.tsx'
import { bringIn, dropImport, importJob, readImport, stopImport } from './import-job.ts'
import { problemOf } from './problem-of.ts'
import { summaryWords } from './summary-words.ts'

const say = subject('transfer', english)

export function ImportPart({ device }: { device: TabDevice }) {
  const text = say
  const { now } = useSyncExternalStore(importJob.subscribe, importJob.get)
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isRunning = now.state === 'running' || now.state === 'waiting'
  const error = now.state === 'unreadable' || now.state === 'failed' ? now.error : null

  return (
    <Section title={text.importTitle} lead={text.importLead}>
      <Panel>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.file}
          accept=".zip,.json,.jsonl,.ndjson,application/zip,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again.
            event.target.value = ''
            if (file) void readImport(device, file)
          }}
        />
        {isRunning ? (
          <div className="pb-3">
            <Fact
              title={now.state === 'waiting' ? text.waiting : text.running}
              note={text.runningNote(now.done, now.total)}
            >
              <Button size="small" onClick={stopImport}>
                {text.stop}
              </Button>
            </Fact>
            <ProgressBar label={text.running} done={now.done} total={now.total} />
          </div>
        ) : (
          <Fact
            title={
              <span role="status">
                {now.state === 'reading'
                  ? text.reading(now.file)
                  : now.state === 'done'
                    ? text.done
                    : now.state === 'stopped'
                      ? text.stopped
                      : now.state === 'failed'
                        ? text.broken
                        : text.file}
              </span>
            }
            note={noteOf(now)}
          >
            <Button ref={button} size="small" busy={now.state === 'reading'} onClick={() => input.current?.click()}>
              {text.choose}
            </Button>
          </Fact>
        )}
      </Panel>
      <div className="mt-3 space-y-3">
        <Problem>{error === null ? null : problemOf(error)}</Problem>
        <Problem>{now.state === 'done' && now.refused > 0 ? text.refused(now.refused) : null}</Problem>
      </div>
      {now.state === 'asking' ? (
        <Question
          title={now.summary.count === 0 ? text.askNone : text.askTitle(now.summary.count)}
          facts={summaryWords(now.summary)}
          no={now.summary.count === 0 ? text.close : text.notNow}
          yes={now.summary.count === 0 ? null : text.bringIn}
          returnTo={button}
          onYes={() => void bringIn(device, now.summary)}
          onNo={dropImport}
        />
      ) : null}
    </Section>
  )
}

function noteOf(now: ReturnType<typeof importJob.get>['now']): string {
  const text = say
  if (now.state === 'done') return text.doneNote(now.total)
  if (now.state === 'stopped' || now.state === 'failed') return text.stoppedNote(now.done, now.total)
  return text.fileNote
}
