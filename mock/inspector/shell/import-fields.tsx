import { Check, Field, typed } from '../ui/field.tsx'

/** How a file is to be imported. */
export interface ImportDraft {
  readonly type: string
  readonly delimiter: string
  readonly overrideExisting: boolean
  readonly updateOnlyEmptyFields: boolean
  readonly couponSetId: string
}

/** What is asked for at first. */
export const usualImport: ImportDraft = {
  type: 'contacts',
  delimiter: ',',
  overrideExisting: true,
  updateOnlyEmptyFields: false,
  couponSetId: '',
}

const types = ['contacts', 'products', 'coupons']
const delimiters = [
  [',', 'comma ,'],
  [';', 'semicolon ;'],
] as const

interface ImportFieldsProps {
  readonly draft: ImportDraft
  readonly set: (more: Partial<ImportDraft>) => void
}

/** Asks how a file is to be imported. */
export function ImportFields({ draft, set }: ImportFieldsProps) {
  return (
    <>
      <div class="fields">
        <Field label="Type">
          {(control) => (
            <select
              {...control}
              autofocus
              value={draft.type}
              onChange={typed((type) => set({ type }))}
            >
              {types.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </select>
          )}
        </Field>
        <DelimiterField draft={draft} set={set} />
        {draft.type === 'coupons' && <CouponSetField draft={draft} set={set} />}
      </div>
      <div>
        <Check
          label="Overwrite records that exist (overrideExisting)"
          checked={draft.overrideExisting}
          onChecked={(overrideExisting) => set({ overrideExisting })}
        />
        <Check
          label="But only their empty fields (updateOnlyEmptyFields)"
          checked={draft.updateOnlyEmptyFields}
          onChecked={(updateOnlyEmptyFields) => set({ updateOnlyEmptyFields })}
        />
      </div>
    </>
  )
}

function DelimiterField({ draft, set }: ImportFieldsProps) {
  const onChange = typed((delimiter) => set({ delimiter }))
  return (
    <Field label="Delimiter">
      {(control) => (
        <select {...control} value={draft.delimiter} onChange={onChange}>
          {delimiters.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function CouponSetField({ draft, set }: ImportFieldsProps) {
  const onInput = typed((couponSetId) => set({ couponSetId }))
  return (
    <Field label="Coupon set" hint="Its Connectif id (couponSetId)">
      {(control) => <input {...control} required value={draft.couponSetId} onInput={onInput} />}
    </Field>
  )
}

/** The options of the API's own call. */
export function optionsOf(draft: ImportDraft): Readonly<Record<string, string>> {
  const { type, delimiter, overrideExisting, updateOnlyEmptyFields, couponSetId } = draft
  return {
    type,
    delimiter,
    overrideExisting: String(overrideExisting),
    ...(overrideExisting && { updateOnlyEmptyFields: String(updateOnlyEmptyFields) }),
    ...(type === 'coupons' && { couponSetId }),
  }
}
