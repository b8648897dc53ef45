/** From a read in memory to a disk that does not answer. */
export const FAST_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** From a device on the other side of the world to one that slept with its connection open. */
export const SLOW_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

export const MANY = [0, 1, 10, 100, 1_000, 10_000, 100_000]
