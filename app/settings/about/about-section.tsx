import { useEffect, useState } from 'react'
import { askAbout } from '../../../lib/browser/about.ts'
import type { About } from '../../../lib/protocol/about.ts'
import { Problem } from '../../ui/problem.tsx'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { listed } from '../../words/listed.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { InstallFact } from './install-fact.tsx'

const say = subject('settings', english)

export default function AboutSection() {
  const text = say.about
  const [about, set] = useState<About | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    askAbout().then(set, (error) => setProblem(sentenceOf(error)))
  }, [])

  return (
    <Section title={text.title}>
      <Panel>
        <Fact
          title={text.server}
          note={
            about
              ? text.serverNote(location.host, about.version, about.protocol)
              : problem
                ? location.host
                : text.asking
          }
        />
        {about ? <Fact title={text.features} note={offers(about.features)} /> : null}
        {about ? <Fact title={text.signUp} note={text.signUps[about.signup]} /> : null}
        <InstallFact />
        <Fact title={text.app} note={text.appNote} />
      </Panel>
      <div className="mt-3">
        <Problem>{problem}</Problem>
      </div>
    </Section>
  )
}

/** A later server may offer what this version has no words for. */
function offers(features: readonly string[]): string {
  const { featureNames, noFeatures } = say.about
  const known = features.flatMap((it) => featureNames[it] ?? [])
  return known.length === 0 ? noFeatures : listed(known)
}
