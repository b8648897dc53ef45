import { checks as changes } from './changes.ts'
import type { ServerCheck } from './check.ts'
import { checks as http } from './http.ts'
import { checks as versions } from './p01-versions.ts'
import { checks as once } from './p03-once.ts'
import { checks as history } from './p04-history.ts'
import { checks as received } from './p06-received.ts'
import { checks as stream } from './p08-stream.ts'
import { checks as isolated } from './p11-isolated.ts'
import { checks as revoked } from './p12-revoked.ts'
import { checks as forked } from './p13-forked.ts'
import { checks as files } from './p15-files.ts'
import { checks as pairing } from './pairing.ts'
import { checks as text } from './text.ts'

const promiseOf = (id: string) => Number(/^P(\d+)\./.exec(id)?.[1] ?? 99)

/** Every check of a server: the promises in their order, and then the rest of the page. */
export const serverChecks: readonly ServerCheck[] = [
  ...[versions, once, history, received, stream, isolated, revoked, forked, files].flat(),
  ...[changes, http, text, pairing].flat(),
].toSorted((a, b) => promiseOf(a.id) - promiseOf(b.id))
