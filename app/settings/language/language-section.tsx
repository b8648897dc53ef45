import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import {
  chooseLanguage,
  chosenLanguage,
  type Language,
  language,
  languages,
  wantedLanguage,
} from '../../words/language/language.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('settings', english)

export default function LanguageSection() {
  const [choice, setChoice] = useState(chosenLanguage)
  const text = say.language
  const names = Object.entries(languages) as [Language, string][]

  function choose(next: Language | null) {
    chooseLanguage(next)
    setChoice(next)
  }

  return (
    <Section title={text.title}>
      <Panel>
        <Fact title={<span id="language-label">{text.label}</span>} note={text.note}>
          <select
            aria-labelledby="language-label"
            value={choice ?? ''}
            onChange={(event) => choose((event.target.value || null) as Language | null)}
            className="picker h-(--control) max-w-full rounded-[10px] border border-edge bg-raised px-3 text-sm font-medium"
          >
            <option value="">{text.browser(languages[browserLanguage(choice)])}</option>
            {names.map(([id, name]) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </Fact>
        {wantedLanguage() === language() ? null : (
          <Fact title={text.reload}>
            <Button size="small" onClick={() => location.reload()}>
              {text.reloadNow}
            </Button>
          </Fact>
        )}
      </Panel>
    </Section>
  )
}

/** The language without a choice. The choice of another language says nothing about the browser's. */
function browserLanguage(choice: Language | null): Language {
  if (choice === null) return wantedLanguage()
  const known = Object.keys(languages) as Language[]
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase())
  return known.find((id) => id === wanted.find((it) => known.some((one) => one === it))) ?? 'en'
}
