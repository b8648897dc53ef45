/**
 * WebKit ends a subscription after three pushes without a notification, also while its person looks at the app. The other
 * engines forgive a push that an open window of the app has answered.
 */
export const countsEveryPush = (agent: string): boolean => /AppleWebKit/.test(agent) && !/Chrom(?:e|ium)\//.test(agent)
