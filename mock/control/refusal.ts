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

/** What the twin throws at a mistake of its user is refused; its bugs stay what they are. */
export function refusable<T>(work: () => T, status: 400 | 404 | 422 = 422): T {
  try {
    return work()
  } catch (thrown) {
    if ((thrown as Error).name !== 'Error') throw thrown
    throw new Refusal(status, (thrown as Error).message)
  }
}
