import type { PushChoice } from '../../core/push/push-choice.ts'
import { NotOffered } from '../shared/push/subscription.ts'

export type PushState =
  | 'on'
  | 'off'
  /** This browser cannot be woken. */
  | 'unsupported'
  /** The person has told the browser to refuse. */
  | 'blocked'
  /** This server sends no Web Push. */
  | 'notOffered'
  /** It is off, and the server cannot be asked whether it could be on. */
  | 'unknown'
  /** The person wants it, and the browser has ended it. */
  | 'lost'

export interface Facts {
  supported: boolean
  permission: () => NotificationPermission
  choice: Pick<PushChoice, 'endpoint'> | null
  /** The address of the browser's subscription. */
  endpoint: () => Promise<string | null>
  pushKey: () => Promise<string>
}

/** Asks for no more facts than it needs: the server only about a device that could be told, and is not. */
export async function pushState({ supported, permission, choice, endpoint, pushKey }: Facts): Promise<PushState> {
  if (!supported) return 'unsupported'
  if (permission() === 'denied') return 'blocked'
  if (choice) return permission() === 'granted' && (await endpoint()) === choice.endpoint ? 'on' : 'lost'
  try {
    await pushKey()
    return 'off'
  } catch (error) {
    return error instanceof NotOffered ? 'notOffered' : 'unknown'
  }
}
