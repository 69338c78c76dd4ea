import type { paths } from '../../sdk/generated/schema.ts'
import type { Answer } from '../call.ts'
import type { OperationKey } from '../generated/routes.ts'
import type { Account } from '../state/account.ts'

type PathOf<K> = K extends `${string} ${infer Path extends keyof paths}` ? Path : never
type MethodOf<K> = K extends `${infer Method} ${string}` ? Lowercase<Method> : never
type Spec<K> = paths[PathOf<K>][MethodOf<K> & keyof paths[PathOf<K>]]

type PathValues<K> = Spec<K> extends { parameters: { path: infer Values } } ? Values : object
type QueryValues<K> = Spec<K> extends { parameters: { query?: infer Values } } ? Values : object
type Body<K> =
  Spec<K> extends { requestBody: { content: { 'application/json': infer Body } } }
    ? Body
    : Spec<K> extends { requestBody: { content: { 'multipart/form-data': infer Form } } }
      ? WithFile<Form>
      : undefined

/** A form as the gate has read it: its file is bytes. */
type WithFile<Form> = { [Name in keyof Form]: Name extends 'file' ? Uint8Array : Form[Name] }

/** What an operation works with: let in by the gate, so of the contract's shape. */
interface Input<K extends OperationKey> {
  readonly account: Account
  readonly params: PathValues<K>
  readonly query: NonNullable<QueryValues<K>>
  readonly body: Body<K>
  /** Fields that the body sets to null. */
  readonly nulls: readonly string[]
  /** Fields of the contract that the body may write, where custom fields may stand beside them. */
  readonly writable: readonly string[]
  /** Where the client reached the twin; links to other pages begin with it. */
  readonly origin: string
  /** A new link to a file of the account, and its whole URL. */
  readonly linkTo: LinkTo
}

/** Makes a link to the file of an import or an export. */
export type LinkTo = (kind: FileKind, id: string) => string

/** What has files: the error report of an import, the ZIP of an export. */
export type FileKind = 'import' | 'export'

/** Finds, checks rules by name, writes, answers. */
export type Operation<K extends OperationKey> = (input: Input<K>) => Answer

/** The operations under a path, each by its key; one that is missing does not compile. */
export type Operations<Prefix extends string> = {
  readonly [K in OperationKey as K extends `${string} ${Prefix}${string}` ? K : never]: Operation<K>
}
