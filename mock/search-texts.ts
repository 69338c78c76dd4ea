import type { ContactTest } from './rules/segments.ts'
import type { ContactRow } from './state/rows.ts'

/** Tests for a text in any field: the texts of a contact, and its lists of options. */
export function textTest(text: string): ContactTest {
  const wanted = text.toLowerCase()
  return ({ fields }) =>
    Object.values(fields).some((value) =>
      typeof value === 'object'
        ? value.some((one) => one.toLowerCase().includes(wanted))
        : typeof value === 'string' && value.toLowerCase().includes(wanted),
    )
}

/** Tests for how the External ID, the email or a word of the name begins. */
export function startTest(start: string): ContactTest {
  const wanted = start.toLowerCase()
  return ({ fields }) =>
    fields._externalId?.toLowerCase().startsWith(wanted) ||
    fields._email?.trimStart().toLowerCase().startsWith(wanted) ||
    hasWord(nameOf(fields).toLowerCase(), wanted)
}

/** First name and surname, in one line. */
export function nameOf({ _name = '', _surname = '' }: ContactRow['fields']): string {
  return `${_name} ${_surname}`.trim()
}

const ofWord = /[\p{L}\p{N}\p{M}]/u

function hasWord(text: string, start: string) {
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !ofWord.test(text[at - 1] as string)) return true
  }
  return false
}
