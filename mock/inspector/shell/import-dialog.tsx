import { useEffect, useState } from 'preact/hooks'
import type { Reply } from '../client/shapes.ts'
import { bytesText } from '../store/format.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Code, Notice } from '../ui/blocks.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Check, Field, typed } from '../ui/field.tsx'
import { RuleNote } from '../ui/rule-note.tsx'

const delimiters = [
  [',', 'comma ,'],
  [';', 'semicolon ;'],
] as const
const shownLines = 4
const shownBytes = 2000

/** How a file is to be imported, and what is in it. */
export function ImportDialog({ file }: { readonly file: File }) {
  const store = useStore()
  const [csv, setCsv] = useState<Uint8Array<ArrayBuffer>>()
  const [start, setStart] = useState('')
  const [type, setType] = useState('contacts')
  const [delimiter, setDelimiter] = useState(',')
  const [overrideExisting, setOverride] = useState(true)
  const [updateOnlyEmptyFields, setOnlyEmpty] = useState(false)
  const [couponSetId, setCouponSet] = useState('')
  const [refused, setRefused] = useState<Reply>()
  const close = () => {
    store.dropped.value = undefined
  }

  useEffect(() => {
    void file.arrayBuffer().then((buffer) => {
      const bytes = new Uint8Array(buffer)
      const text = new TextDecoder().decode(bytes.subarray(0, shownBytes))
      const [header = ''] = text.split('\n', 1)
      setCsv(bytes)
      setStart(text.split('\n', shownLines).join('\n'))
      setDelimiter(likelyDelimiter(header))
      if (/product/i.test(header)) setType('products')
    })
  }, [file])

  const send = async () => {
    const account = store.account.value
    if (account === undefined || csv === undefined) return
    const options = {
      overrideExisting: String(overrideExisting),
      ...(overrideExisting && { updateOnlyEmptyFields: String(updateOnlyEmptyFields) }),
      ...(type === 'coupons' && { couponSetId }),
    }
    try {
      const reply = await store.api.importFile(account, { type, delimiter, ...options }, csv)
      await store.changed()
      if (reply.status >= 400) return setRefused(reply)
      close()
      store.toast.value = `${file.name} is being imported.`
      store.router.go('imports', (reply.body as { id: string }).id)
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    }
  }

  return (
    <Dialog title={`Import ${file.name}`} action="Import" onAction={send} onClose={close}>
      <p class="muted">{bytesText(file.size)}. It begins like this:</p>
      <Code label="How the file begins">{start}</Code>
      <div class="fields">
        <Field label="Type">
          {(control) => (
            <select {...control} autofocus value={type} onChange={typed(setType)}>
              <option value="contacts">contacts</option>
              <option value="products">products</option>
              <option value="coupons">coupons</option>
            </select>
          )}
        </Field>
        <Field label="Delimiter">
          {(control) => (
            <select {...control} value={delimiter} onChange={typed(setDelimiter)}>
              {delimiters.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        {type === 'coupons' && (
          <Field label="Coupon set" hint="Its Connectif id (couponSetId)">
            {(control) => (
              <input {...control} required value={couponSetId} onInput={typed(setCouponSet)} />
            )}
          </Field>
        )}
      </div>
      <div>
        <Check
          label="Overwrite records that exist (overrideExisting)"
          checked={overrideExisting}
          onChecked={setOverride}
        />
        <Check
          label="But only their empty fields (updateOnlyEmptyFields)"
          checked={updateOnlyEmptyFields}
          onChecked={setOnlyEmpty}
        />
      </div>
      {refused && (
        <Notice tone="bad">
          <RuleNote reply={refused} />
        </Notice>
      )}
    </Dialog>
  )
}

/** The one that the header has most of. */
function likelyDelimiter(header: string) {
  return header.split(';').length > header.split(',').length ? ';' : ','
}
