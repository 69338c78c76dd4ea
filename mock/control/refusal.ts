/** The control API does not do what it was asked for. The message says why, in plain words. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** What the twin throws at a mistake of its user becomes a 422; its bugs stay what they are. */
export function refusable<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if ((thrown as Error).name !== 'Error') throw thrown
    throw new Refusal(422, (thrown as Error).message)
  }
}
