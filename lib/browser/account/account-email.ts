import type { RoostOptions } from '../../core/roost-options.ts'
import type { RegistryEntry } from '../../storage/device-registry.ts'
import { withRegistry } from '../shared/registry.ts'

/**
 * The e-mail address of a device's account. The server is asked once: an account keeps its address.
 * @throws TransportError, StorageError.
 */
export async function accountEmail(options: RoostOptions, { deviceId, token }: RegistryEntry): Promise<string> {
  const known = (await withRegistry(options, (it) => it.get(deviceId)))?.account
  if (known !== undefined) return known
  const { createOwnAccount } = await import('./own-account.ts')
  const email = await createOwnAccount(options, token).email()
  await withRegistry(options, (it) => it.setAccount(deviceId, email))
  return email
}
