import { useEffect, useState } from 'react'

type Permission = NotificationPermission | 'none'

const now = (): Permission =>
  'Notification' in globalThis && globalThis.isSecureContext ? Notification.permission : 'none'

/** The browser's present answer. It changes in the browser's own settings, too. */
export function usePermission(): Permission {
  const [permission, set] = useState(now)
  useEffect(() => {
    const look = () => set(now())
    let status: PermissionStatus | undefined
    let gone = false
    // A browser without this query is asked again when the person comes back.
    navigator.permissions?.query({ name: 'notifications' }).then(
      (it) => {
        if (gone) return
        status = it
        status.addEventListener('change', look)
      },
      () => {},
    )
    addEventListener('focus', look)
    return () => {
      gone = true
      status?.removeEventListener('change', look)
      removeEventListener('focus', look)
    }
  }, [])
  return permission
}
