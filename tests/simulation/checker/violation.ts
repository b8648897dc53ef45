/** A promise that did not hold. Number 0: something broke that is no promise. */
export interface Violation {
  promise: number
  at: number
  message: string
}

export type Report = (promise: number, message: string) => void
