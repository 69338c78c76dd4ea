/** What a terminal could obey, or what could turn a line around: all but tab and line feed. */
const driving = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/**
 * A text for people to read: control characters, such as those of an escape sequence that somebody
 * stored in a name, are written out and drive no terminal.
 */
export function visible(text: string): string {
  return text.replace(driving, escaped)
}

/** A value as JSON on one line, without characters that a terminal could obey. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(driving, escaped)}\n`
}

function escaped(character: string) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
