import type { components, paths } from './generated/schema.ts'

/** HTTP methods of the contract. */
export type Method = 'GET' | 'PATCH' | 'POST' | 'DELETE'

/** Paths of the contract, as the reference writes them. */
export type Path = keyof paths

/** Paths that have the method. */
export type PathWith<M extends Method> = {
  [P in Path]: Operation<M, P> extends undefined ? never : P
}[Path]

type Operation<M extends Method, P extends Path> = paths[P][Lowercase<M>]

/** JSON body that the operation takes; told path by path, since not every operation takes JSON. */
export type Body<M extends Method, P extends Path> = P extends Path
  ? JsonBody<Operation<M, P>>
  : never

type JsonBody<Of> = Of extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : never

/** Query that the operation takes. */
export type Query<M extends Method, P extends Path> =
  Operation<M, P> extends { parameters: { query?: infer Q } }
    ? { [Name in keyof Q]: Q[Name] | undefined }
    : never

/** What the operation answers with when it succeeds; nothing when that is a 204. */
export type Answer<M extends Method, P extends Path> =
  Operation<M, P> extends { responses: { 200: Json<infer A> } | { 201: Json<infer A> } }
    ? A
    : undefined

interface Json<A> {
  content: { 'application/json': A }
}

/** A schema of the contract. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
