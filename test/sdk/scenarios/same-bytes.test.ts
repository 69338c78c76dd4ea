import { expect, test } from 'vitest'
import { routes } from '../../../mock/generated/routes.ts'
import { createMock } from '../../../mock/index.ts'
import { Router } from '../../../mock/router.ts'
import { carriers, sendBy } from '../../support/carriers.ts'
import { runScript, script, scriptOptions } from '../../support/script.ts'

const engineHeaders = ['content-type', 'allow', 'x-connectif-mock-rule']

function essence({
  status,
  headers,
  body,
}: {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}) {
  const kept = engineHeaders.filter((name) => headers[name] !== undefined)
  return { status, body, headers: kept.map((name) => [name, headers[name]]) }
}

const expected = runScript().map((reply) => essence({ ...reply, body: reply.text }))

test.for(Object.entries(carriers))(
  '%s gives the bytes that the engine gives, in every operation',
  async ([, carry], { expect }) => {
    const carried = await carry(createMock(scriptOptions))
    const send = sendBy(carried.send)

    const answers = []
    for (const { line, ...raw } of script) {
      const [method, path] = line.split(' ') as [string, string]
      answers.push(essence(await send(method, path, raw)))
    }
    await carried.close()

    expect(answers).toEqual(expected)
  },
)

test('the script answers as it says', () => {
  const replies = runScript().map(({ status, rule }) => ({ status, rule }))

  expect(replies).toEqual(script.map(({ status, rule }) => ({ status, rule })))
})

test('the script covers every operation, each with a success', () => {
  const router = new Router(routes)
  const succeeding = script
    .filter(({ status }) => status < 300)
    .map(({ line }) => {
      const [method, path] = line.split(/[ ?]/) as [string, string]
      return router.find(path)?.targets.get(method)?.route.key
    })

  expect(routes.map(({ key }) => key).filter((key) => !succeeding.includes(key))).toEqual([])
})
