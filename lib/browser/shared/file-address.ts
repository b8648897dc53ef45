const PREFIX = '/files/'

/** The service worker serves the files of this browser's devices below this address. */
export const fileAddress = (deviceId: string, fileId: string) => `${PREFIX}${deviceId}/${fileId}`

export function readFileAddress(pathname: string): { deviceId: string; fileId: string } | null {
  if (!pathname.startsWith(PREFIX)) return null
  const [deviceId = '', fileId = '', ...rest] = pathname.slice(PREFIX.length).split('/')
  return deviceId && fileId && rest.length === 0 ? { deviceId, fileId } : null
}
