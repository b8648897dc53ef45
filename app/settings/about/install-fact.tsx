import { useSyncExternalStore } from 'react'
import { howToInstall, surroundings } from '../../install/how-to-install.ts'
import { install, installOffer } from '../../install/offer.ts'
import { Button } from '../../ui/button.tsx'
import { install as english } from '../../words/en/settings/install.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'

const say = subject('install', english)

/** How to have Roost beside the other apps of this device. */
export function InstallFact() {
  const offer = useSyncExternalStore(installOffer.watch, installOffer.get, () => null)
  return (
    <Fact title={say.title} note={offer ? say.offered : say.how[howToInstall(surroundings())]}>
      {offer ? (
        <Button size="small" onClick={() => void install()}>
          {say.now}
        </Button>
      ) : null}
    </Fact>
  )
}
