import { errorStatus, type ProtocolError } from '../../../../lib/protocol/error.ts'
import type { Delivered } from '../deliver.ts'
import type { GotifyFields } from './fields.ts'

/** Gotify numbers the applications of a server. A device is known by its token alone. */
const APP_ID = 1

/** A message as Gotify answers it. The id is the version, which is a number as there. */
export const gotifyAnswer = (
  { title = '', message, priority = 0, extras }: GotifyFields,
  { version, timestamp }: Delivered,
) => ({
  ...{ id: version, appid: APP_ID, message, title, priority },
  ...(extras && { extras }),
  date: new Date(timestamp).toISOString(),
})

/** An error as Gotify answers it, with our code where Gotify says the status in words. */
export const gotifyError = ({ code, message, retryAfterMs }: ProtocolError) => ({
  ...{ error: code, errorCode: errorStatus[code], errorDescription: message },
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})
