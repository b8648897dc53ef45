/** The HTTP paths of the wire. */
export const routes = {
  signUp: '/api/auth/sign-up/email',
  signIn: '/api/auth/sign-in/email',
  signOut: '/api/auth/sign-out',
  session: '/api/auth/get-session',
  devices: '/v1/devices',
  device: (deviceId: string) => `/v1/devices/${deviceId}`,
  pairings: '/v1/pairings',
  claim: '/v1/pairings/claim',
  messages: '/v1/messages',
  ack: '/v1/ack',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const
