import { prefer, usePreferences } from '../../preferences/preferences.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { Segments } from '../parts/segments.tsx'

const say = subject('settings', english)

export default function AppearanceSection() {
  const { theme, density } = usePreferences()
  const text = say.appearance
  return (
    <Section title={text.title} lead={text.lead}>
      <Panel>
        <Fact title={text.theme} note={text.themeNote}>
          <Segments
            label={text.theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: text.themes[value] }))}
            value={theme}
            onChange={(value) => prefer({ theme: value })}
          />
        </Fact>
        <Fact title={text.density} note={text.densityNote}>
          <Segments
            label={text.density}
            options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: text.densities[value] }))}
            value={density}
            onChange={(value) => prefer({ density: value })}
          />
        </Fact>
      </Panel>
    </Section>
  )
}
