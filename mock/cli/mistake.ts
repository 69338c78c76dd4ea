import { visible } from './visible.ts'

/** What the person at the terminal can put right: shown in one line, without a stack. */
export class Mistake extends Error {
  override readonly name: string = 'Mistake'

  constructor(message: string) {
    super(visible(message.replace(/\s+/g, ' ')))
  }
}
