/** The first screen of a browser that holds no device. */
export const welcome = {
  title: 'One inbox on all of your devices',
  signUpMeans: 'Write on one, find it on every other, also on those that were asleep.',
  signInMeans: 'Sign in to make this browser one of your devices.',
  noAnswer: 'The server cannot be reached just now. Check the network, then reload.',
  noNewAccounts:
    'This server takes no new accounts. The person with its first account can invite you, under Settings, Administration.',
  invitedMeans: 'Somebody invites you to this server. Make your account: write on one device, find it on every other.',
  usePasskey: 'Sign in with a passkey',
  haveAccount: 'I have an account',
  newHere: 'Create an account',
  haveCode: 'I have a code from another device',
  ownServer: (host: string) => `This is your own server, ${host}. What you write stays on it and on your devices.`,

  email: 'E-mail',
  emailLike: 'you@example.org',
  password: 'Password',
  passwordHint: (length: number) => `At least ${length} characters. Later a passkey can take its place.`,
  createAccount: 'Create account',
  signIn: 'Sign in',
}
