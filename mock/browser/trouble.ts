/** Something that went wrong with keeping a twin; calls are answered all the same. */
export interface Trouble {
  /**
   * What went wrong: what was kept could not be restored (`broken`), nothing could be saved
   * (`not-saved`), or another tab has changed the same in the same moment (`conflict`).
   */
  readonly kind: 'broken' | 'not-saved' | 'conflict'
  /** The same in words, with what became of it. */
  readonly message: string
  /** What was thrown; undefined where nothing was. */
  readonly error: unknown
}

/** Prints a trouble as a warning. */
export function logTrouble({ message }: Trouble): void {
  console.warn(`connectif-sdk: ${message}`)
}
