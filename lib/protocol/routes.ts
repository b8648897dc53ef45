/** Paths outside the wire's calls: accounts, which the account library answers, and checks for operators. */
export const routes = {
  signUp: '/api/auth/sign-up/email',
  signIn: '/api/auth/sign-in/email',
  signOut: '/api/auth/sign-out',
  session: '/api/auth/get-session',
  changePassword: '/api/auth/change-password',
  sessions: '/api/auth/list-sessions',
  endSession: '/api/auth/revoke-session',
  endOtherSessions: '/api/auth/revoke-other-sessions',
  deleteAccount: '/api/auth/delete-user',
  passkeyOptions: '/api/auth/passkey/generate-authenticate-options',
  passkeySignIn: '/api/auth/passkey/verify-authentication',
  newPasskeyOptions: '/api/auth/passkey/generate-register-options',
  newPasskey: '/api/auth/passkey/verify-registration',
  passkeys: '/api/auth/passkey/list-user-passkeys',
  removePasskey: '/api/auth/passkey/delete-passkey',
  /** A device's token shows which account it belongs to. */
  account: '/api/roost/account',
  /** Server-sent events: what a live connection tells, for programs without Socket.IO. */
  stream: '/v1/stream',
  /** Uploads by tus 1.0, and downloads. */
  files: '/v1/files',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const
