/** How a person gets Roost onto the screen of this device. */
export type HowToInstall = 'installed' | 'insecure' | 'ios' | 'mac' | 'menu'

interface Surroundings {
  standalone: boolean
  secure: boolean
  agent: string
  touchPoints: number
}

const isIos = ({ agent, touchPoints }: Surroundings) =>
  /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)

export function howToInstall(it: Surroundings): HowToInstall {
  if (it.standalone) return 'installed'
  if (!it.secure) return 'insecure'
  if (isIos(it)) return 'ios'
  return /Macintosh.*Version\/.*Safari/.test(it.agent) ? 'mac' : 'menu'
}

export const surroundings = (): Surroundings => ({
  standalone:
    matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true,
  secure: isSecureContext,
  agent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
})
