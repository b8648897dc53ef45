import { ArrowLeft } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { Mark } from '../brand/mark.tsx'
import { useMedia } from '../hooks/use-media.ts'
import { keyOf } from '../keys/keys.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { settings as english } from '../words/en/settings/settings.ts'
import { subject } from '../words/language/catalog.ts'
import { useGate } from './account/use-gate.ts'
import { SectionList } from './section-list.tsx'
import { findSection, sections, sectionsFor } from './sections.ts'
import { closeSettings, openSettings, showSection } from './settings-address.ts'

const say = subject('settings', english)

interface SettingsProps {
  device: TabDevice
  /** '' is the list, which a wide screen shows beside the first section. */
  section: string
}

export default function Settings({ device, section }: SettingsProps) {
  const wide = useMedia('(min-width: 52rem)')
  const gate = useGate(device)
  const view = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const found = findSection(section) ?? (wide && section === '' ? sections[0] : null)
  const shown = found?.id ?? ''

  useEffect(() => {
    for (const it of sectionsFor(gate.first)) it.Content.preload()
  }, [gate.first])
  useEffect(() => {
    const closeByKey = (event: KeyboardEvent) => {
      if (keyOf(event) !== 'Escape' || event.defaultPrevented) return
      // A menu and a dialog have the focus while they are open, and close themselves.
      if (view.current?.contains(document.activeElement)) closeSettings()
    }
    addEventListener('keydown', closeByKey)
    return () => removeEventListener('keydown', closeByKey)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each section begins at its heading
  useEffect(() => heading.current?.focus(), [shown])

  return (
    <div
      data-testid="settings"
      ref={view}
      className="fixed inset-0 z-20 flex bg-ground pl-[env(safe-area-inset-left)] pr-[env(safe-area-inset-right)]"
    >
      {wide ? (
        <nav
          aria-label={say.title}
          className="scroll-quiet flex w-(--nav) shrink-0 flex-col overflow-y-auto border-e border-line bg-panel px-3 pb-4"
        >
          <div className="flex items-center gap-2.5 px-3 pt-5 pb-4">
            <Mark className="w-7" />
            <span className="text-[1.0625rem] font-semibold tracking-[-0.02em]">Roost</span>
          </div>
          <button
            type="button"
            onClick={closeSettings}
            className="flex min-h-(--target) items-center gap-3 rounded-[10px] px-3 text-start text-sm text-soft hover:bg-hover hover:text-ink"
          >
            <ArrowLeft className="size-[18px] rtl:-scale-x-100" aria-hidden="true" />
            {say.inbox}
          </button>
          <p className="px-3 pt-5 pb-1.5 text-xs font-medium text-faint">{say.title}</p>
          <SectionList current={shown} first={gate.first} onChoose={showSection} />
        </nav>
      ) : null}
      <main className="flex min-w-0 flex-1 flex-col">
        <header className="border-b border-line pt-[env(safe-area-inset-top)]">
          <div className="mx-auto flex h-15 max-w-(--column) items-center gap-1 px-2 sm:px-6">
            {wide ? null : (
              <IconButton
                icon={ArrowLeft}
                className="rtl:-scale-x-100"
                label={found ? say.backToList : say.backToInbox}
                onClick={() => (found ? backToList() : closeSettings())}
              />
            )}
            <h1 ref={heading} tabIndex={-1} className="text-base font-semibold tracking-[-0.011em] outline-none">
              {found && !wide ? say.sections[found.id] : say.title}
            </h1>
          </div>
        </header>
        <div data-focus-home className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto max-w-(--column) px-4 pt-7 pb-[max(2.5rem,env(safe-area-inset-bottom))] sm:px-6">
            {found ? (
              <>
                <h2 className="sr-only">{say.sections[found.id]}</h2>
                <Suspense key={found.id}>
                  <found.Content device={device} gate={gate} />
                </Suspense>
              </>
            ) : (
              <>
                {section === '' ? null : <p className="mb-4 text-sm text-soft">{say.unknownSection}</p>}
                <SectionList current="" first={gate.first} onChoose={openSettings} />
              </>
            )}
          </div>
        </div>
      </main>
    </div>
  )
}

/** A section that a person came to from the list leads back to it; one from a link has no list behind it. */
function backToList(): void {
  showSection('')
}
