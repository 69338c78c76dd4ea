import fc from 'fast-check'
import type { Call } from '../../mock/index.ts'
import { formOf, formType, type Part } from '../support/multipart.ts'
import { csvOf, hostileFiles, spoiled } from './fuzz-files.ts'
import { hostileNames, hostileTexts } from './hostile-values.ts'

/** A form that is not yet written down. */
interface FormDraft {
  readonly parts: readonly Part[]
  readonly contentType: string
  /** What becomes of its bytes on the way. */
  readonly arrives: (bytes: Uint8Array) => Uint8Array
}

const asSent = (bytes: Uint8Array) => bytes

/** The last pair does not go together. */
const ways = fc.oneof(
  {
    arbitrary: fc.constantFrom(['true', 'false'], ['true', 'true'], ['false', 'false']),
    weight: 15,
  },
  fc.constant(['false', 'true']),
)

/** Forms that ask for an import, as the contract has them, on the whole. */
const imports: fc.Arbitrary<FormDraft> = fc
  .record({
    type: fc.constantFrom(
      'contacts' as const,
      'contacts' as const,
      'products' as const,
      'coupons' as const,
    ),
    delimiter: fc.constantFrom(',', ';'),
  })
  .chain(({ type, delimiter }) =>
    fc.tuple(fc.constant({ type, delimiter }), ways, csvOf(type, delimiter)),
  )
  .map(([fields, [overrideExisting, updateOnlyEmptyFields], file]) => {
    const set = fields.type === 'coupons' ? { couponSetId: 'spring' } : {}
    const texts = { ...fields, overrideExisting, updateOnlyEmptyFields, ...set }
    const parts: Part[] = Object.entries(texts).map(([name, value = '']) => ({ name, value }))
    const sent = { name: 'file', value: file, fileName: 'a.csv', type: 'text/csv' }
    return { parts: [...parts, sent], contentType: formType, arrives: asSent }
  })

type Mutation = fc.Arbitrary<(form: FormDraft) => FormDraft>

/** Changes one of the parts. */
function onPart(changes: fc.Arbitrary<(part: Part) => readonly Part[]>): Mutation {
  return fc.tuple(fc.nat(), changes).map(([place, change]) => (form) => {
    const at = place % form.parts.length
    return {
      ...form,
      parts: form.parts.flatMap((part, index) => (index === at ? change(part) : part)),
    }
  })
}

const partChanges = fc.oneof(
  fc.constantFrom<((part: Part) => readonly Part[])[]>(
    () => [],
    (part) => [part, part],
    (part) => Array.from({ length: 150 }, () => part),
    ({ fileName, ...part }) => [part],
    (part) => [{ ...part, fileName: '../a"; name="type' }],
  ),
  fc.oneof(hostileNames, fc.constantFrom('file', 'type', 'a"b', '\0')).map((name) => {
    return (part: Part) => [{ ...part, name }]
  }),
  fc
    .oneof(hostileNames, fc.constant('__proto__'))
    .map((name) => (part: Part) => [part, { name, value: 'x' }]),
  hostileTexts.map((value) => (part: Part) => [{ ...part, value }]),
)

const otherFile: Mutation = fc
  .oneof(
    { arbitrary: spoiled, weight: 3 },
    hostileFiles.map((file) => () => file),
  )
  .map((change) => (form) => ({
    ...form,
    parts: form.parts.map((part) =>
      typeof part.value === 'string' ? part : { ...part, value: change(part.value) },
    ),
  }))

const otherType: Mutation = fc
  .constantFrom(
    ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="'],
    ...['multipart/form-data; boundary=other', 'multipart/mixed; boundary=----parts'],
    ...[
      'MULTIPART/FORM-DATA ; charset=utf-8; BOUNDARY="----parts"',
      'text/csv',
      'application/json',
    ],
    ...[`multipart/form-data; boundary=${'x'.repeat(300)}`, 'multipart/form-data; boundary=--'],
  )
  .map((contentType) => (form) => ({ ...form, contentType }))

const otherBytes: Mutation = fc
  .oneof(
    spoiled,
    fc.nat().map((end) => (bytes: Uint8Array) => bytes.subarray(0, end % (bytes.length + 1))),
    fc.nat().map((start) => (bytes: Uint8Array) => bytes.subarray(start % (bytes.length + 1))),
    fc.constant((bytes: Uint8Array) => Uint8Array.from([...bytes, ...bytes])),
  )
  .map((arrives) => (form) => ({ ...form, arrives }))

/** Forms that differ by one thing, or two, from those that the contract allows. */
const nearImports: fc.Arbitrary<FormDraft> = fc
  .tuple(
    imports,
    fc.array(fc.oneof(onPart(partChanges), otherFile, otherFile, otherType, otherBytes), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([form, changes]) => changes.reduce((changed, change) => change(changed), form))

const usual = { path: '/imports/', size: 1 }

/** Requests for imports, half of them allowed. */
export const importCalls: fc.Arbitrary<Call> = fc
  .tuple(
    fc.oneof(imports, nearImports),
    fc.record({ path: fc.constantFrom('/imports/', '/imports'), size: fc.nat({ max: 29 }) }),
  )
  .map(([form, how]) => callOf(form, how))

/** Calls that queue something. */
export const floods: fc.Arbitrary<Call> = fc.oneof(
  imports.map((form) => callOf(form, usual)),
  fc.constant<Call>({
    method: 'POST',
    path: '/exports/',
    query: '',
    headers: { authorization: 'apiKey test:secret', 'content-type': 'application/json' },
    body: '{"exportType":"contacts","delimiter":",","dateFormat":"ISO","version":"v6"}',
    oversized: false,
  }),
)

/** The call that brings a form; as in carriers, only multipart is left as bytes. */
function callOf({ parts, contentType, arrives }: FormDraft, { path, size }: typeof usual): Call {
  const headers = { authorization: 'apiKey test:secret', 'content-type': contentType }
  const bytes = arrives(formOf(parts))
  return {
    method: 'POST',
    path,
    query: '',
    headers,
    ...(/^multipart/i.test(contentType)
      ? { body: undefined, bytes }
      : { body: new TextDecoder().decode(bytes) }),
    oversized: size === 0,
  }
}
