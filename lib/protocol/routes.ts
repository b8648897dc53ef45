/** Paths outside the wire's calls: accounts, which the account library answers, and checks for operators. */
export const routes = {
  signUp: '/api/auth/sign-up/email',
  signIn: '/api/auth/sign-in/email',
  signOut: '/api/auth/sign-out',
  session: '/api/auth/get-session',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const
