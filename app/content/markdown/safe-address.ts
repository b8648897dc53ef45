import { find } from 'linkifyjs'
import { type Link, safeLinks } from '../../words/text/links.ts'

/** The link that an address of Markdown makes; null when it may lead elsewhere than it says, by the rules of all links. */
export function linkTo(address: string): Link | null {
  const written = address.replace(/^mailto:/i, '')
  const [link, other] = safeLinks(written, find(written, { defaultProtocol: 'https' }))
  if (!link || other || link.start !== 0 || link.end !== written.length) return null
  return link
}

export const isSafeAddress = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:)/i.test(address) && linkTo(address) !== null

/** The host of a link, as it may be shown: spelt out when it looks like another one. */
export function shownHost(link: Link, address: string): string {
  if (link.href.startsWith('mailto:')) return link.text ?? address.replace(/^mailto:/i, '')
  return /^https?:\/\/([^/?#]*)/i.exec(link.text ?? address)?.[1] ?? ''
}
