import { byEmail, byExternalId, created, type Model, type ModelContact } from './model.ts'
import { change, isEmail, isExternalId, misfitting } from './model-contacts.ts'
import type { ImportOptions } from './model-imports.ts'

/** The columns that are imported. */
export const importable = [
  ...['_email', '_externalId', '_name', '_points', '_birthdate', 'tier', 'likes'],
]

/** What is wrong with a record: the column, empty for the record as a whole, and the rule. */
type Flaw = readonly [column: string, rule: string]

type Texts = Readonly<Record<string, string>>

/** Writes what a record says; returns what is wrong with it instead, and then writes nothing. */
export function imported(
  model: Model,
  options: ImportOptions,
  header: readonly string[],
  cells: readonly string[] | undefined,
): readonly Flaw[] {
  if (cells?.length !== header.length) return [['', 'import-values']]
  const filled = header.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : []))
  const texts: Texts = Object.fromEntries(filled)
  const bad = misread(texts) ?? misshapen(texts)
  return bad ?? written(model, options, texts)
}

/** Whether the texts are there, and have the form of their fields. */
function misread({ _email, _externalId, ...texts }: Texts): readonly Flaw[] | undefined {
  if (_email === undefined && _externalId === undefined) return [['', 'import-identifier']]
  const wrong = [
    texts._points === undefined || /^(0|-?[1-9]\d*)$/.test(texts._points) || '_points',
    texts._birthdate === undefined ||
      /^\d{4}-\d\d-\d\d(T|$)/.test(texts._birthdate) ||
      '_birthdate',
  ].filter((column) => column !== true)
  return wrong.length === 0 ? undefined : wrong.map((column) => [column, 'import-values'])
}

/** Whether the system fields are of the contract's shape. */
function misshapen({ _email, _externalId, _birthdate }: Texts): readonly Flaw[] | undefined {
  const wrong: Flaw[] = []
  if (_externalId !== undefined && !isExternalId(_externalId)) {
    wrong.push(['_externalId', 'external-id-length'])
  }
  if (_email !== undefined && !isEmail(_email)) wrong.push(['_email', 'email-valid'])
  if (_birthdate?.startsWith('1990-02-30')) wrong.push(['_birthdate', 'body-shape'])
  return wrong.length === 0 ? undefined : wrong
}

function written(model: Model, options: ImportOptions, texts: Texts): readonly Flaw[] {
  const { _email: email, _externalId: externalId } = texts
  const ofId = externalId === undefined ? undefined : byExternalId(model, externalId)
  const ofEmail = email === undefined ? undefined : byEmail(model, email)
  if (ofId && ofEmail && ofId !== ofEmail) return [['_email', 'import-identifier']]
  const goesByEmail =
    externalId === undefined || (email !== undefined && model.ways.importKey === 'email')
  const known = goesByEmail ? ofEmail : ofId
  const key = goesByEmail ? '_email' : '_externalId'
  if (known && !options.overrideExisting) return [[key, 'import-override']]

  const { [key]: _, ...values } = valuesOf(texts)
  const unfit = misfitting(values)
  if (unfit.length > 0) return unfit.map((name) => [name, 'field-known'])
  // Whoever has the other identifier is not the one whom the record is about: never merged.
  if (goesByEmail && ofId && !known) return [['_externalId', 'external-id-unique']]
  if (!goesByEmail && ofEmail && !known) return [['_email', 'email-unique']]

  const given =
    known && options.updateOnlyEmptyFields
      ? Object.fromEntries(Object.entries(values).filter(([name]) => isEmpty(known, name)))
      : values
  const contact = known ?? created(model, 'import', goesByEmail ? { email } : { externalId })
  change(model, contact, given, known && 'import')
  return []
}

/** The values of the fields: numbers, lists and moments in place of their texts. */
function valuesOf(texts: Texts): Record<string, unknown> {
  const { _points, _birthdate, likes } = texts
  const known = Object.entries(texts).filter(([name]) => importable.includes(name))
  return {
    ...Object.fromEntries(known),
    ...(_points !== undefined && { _points: Number(_points) }),
    ...(_birthdate?.length === 10 && { _birthdate: `${_birthdate}T00:00:00.000Z` }),
    ...(likes !== undefined && { likes: likes.split('|') }),
  }
}

function isEmpty({ email, externalId, fields }: ModelContact, name: string) {
  if (name === '_email') return email === undefined
  return name === '_externalId' ? externalId === undefined : !Object.hasOwn(fields, name)
}
