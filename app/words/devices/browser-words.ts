import { naming as english } from '../en/start/naming.ts'
import { subject } from '../language/catalog.ts'

const say = subject('naming', english)

/** The English name of a browser, such as "Firefox on Linux", in the language of the screens. */
export function browserWords(name: string): string {
  const [, browser, system] = /^(.+?) on (.+)$/.exec(name) ?? []
  return browser !== undefined && system !== undefined ? say.browserOn(browser, system) : name
}
