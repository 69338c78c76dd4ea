/** What the person at the terminal can put right: shown in one line, without a stack. */
export class Mistake extends Error {
  override readonly name: string = 'Mistake'

  constructor(message: string) {
    super(message.replace(/\s+/g, ' '))
  }
}
