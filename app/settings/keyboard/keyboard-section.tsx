import { Fragment } from 'react'
import { type ShortcutName, shortcuts } from '../../keys/shortcuts.ts'
import { shortcuts as shortcutsEnglish } from '../../words/en/general/shortcuts.ts'
import { settings as settingsEnglish } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { shownKey } from './shown-key.ts'

const saySettings = subject('settings', settingsEnglish)
const sayShortcuts = subject('shortcuts', shortcutsEnglish)

const names = Object.keys(shortcuts) as ShortcutName[]

/** The same list as the sheet of shortcuts has. */
export default function KeyboardSection() {
  return (
    <>
      <p className="mb-6 text-sm text-soft">{saySettings.keyboard.lead}</p>
      {(['everywhere', 'writing', 'messages'] as const).map((group) => (
        <Section key={group} title={sayShortcuts[group]}>
          <Panel>
            {names
              .filter((name) => shortcuts[name].group === group)
              .map((name) => (
                <Fact key={name} title={sayShortcuts[name]}>
                  {shortcuts[name].keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 ? <span className="text-xs text-faint">{saySettings.keyboard.or}</span> : null}
                      <kbd
                        dir="ltr"
                        className="rounded-[5px] border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs font-medium text-soft"
                      >
                        {shownKey(key, navigator.userAgent)}
                      </kbd>
                    </Fragment>
                  ))}
                </Fact>
              ))}
          </Panel>
        </Section>
      ))}
    </>
  )
}
