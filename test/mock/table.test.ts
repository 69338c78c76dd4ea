import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GroupIndex } from '../../mock/state/indexes.ts'
import { Table } from '../../mock/state/table.ts'

interface Row {
  readonly id: string
  readonly code?: string
  readonly colour?: string
}

const keys = {
  unique: {
    code: { of: (row: Row) => row.code, normal: (code: string) => code.toLowerCase() },
  },
  groups: { colour: (row: Row) => row.colour },
}

function aTable(...rows: Row[]) {
  const table = new Table<Row, 'code', 'colour'>(keys)
  for (const row of rows) table.put(row)
  return table
}

describe('a table', () => {
  test('finds a row by id, by its unique values and in its groups', () => {
    const row = { id: '1', code: 'A', colour: 'red' }
    const table = aTable(row, { id: '2', code: 'B' })

    expect(table.get('1')).toBe(row)
    expect(table.by.code.get('a')).toBe(row)
    expect(table.of.colour.get('red')).toEqual([row])
    expect(table.of.colour.get('blue')).toEqual([])
    expect(table.size).toBe(2)
  })

  test('a row in place of another frees the values of the old one', () => {
    const table = aTable({ id: '1', code: 'A', colour: 'red' })

    table.put({ id: '1', code: 'B', colour: 'blue' })

    expect(table.by.code.get('A')).toBeUndefined()
    expect(table.of.colour.get('red')).toEqual([])
    expect(table.by.code.get('B')).toBe(table.get('1'))
    expect(table.of.colour.get('blue')).toEqual([table.get('1')])
    expect(table.size).toBe(1)
  })

  test('a row that loses its values is found by id only', () => {
    const table = aTable({ id: '1', code: 'A', colour: 'red' })

    table.put({ id: '1' })

    expect(table.get('1')).toEqual({ id: '1' })
    expect(table.by.code.size).toBe(0)
    expect(table.of.colour.get('red')).toEqual([])
  })

  test('deleting goes by id, whatever the given copy holds', () => {
    const table = aTable({ id: '1', code: 'A', colour: 'red' })

    table.delete({ id: '1', code: 'Z', colour: 'blue' })
    table.delete({ id: '2' })

    expect(table.size).toBe(0)
    expect(table.by.code.get('A')).toBeUndefined()
    expect(table.of.colour.get('red')).toEqual([])
  })

  test('rows are in the order of their creation, also after updates', () => {
    const table = aTable({ id: '1' }, { id: '2' }, { id: '3' })

    table.put({ id: '1', code: 'A' })
    table.delete({ id: '2' })

    expect([...table.values()].map(({ id }) => id)).toEqual(['1', '3'])
  })

  test('rows that come at once are found as if they had come one at a time', () => {
    const rows = [
      { id: '2', code: 'A', colour: 'red' },
      { id: '1', code: 'B', colour: 'red' },
      { id: '3' },
    ]
    const table = aTable({ id: '0', colour: 'red' })

    table.fill(rows)

    expect([...table.values()].map(({ id }) => id)).toEqual(['0', '2', '1', '3'])
    expect(table.by.code.get('b')).toBe(rows[1])
    expect(table.of.colour.get('red').map(({ id }) => id)).toEqual(['0', '2', '1'])
  })

  test.for([
    ['one id', [{ id: '1' }, { id: '1' }]],
    [
      'one unique value, in whatever case',
      [
        { id: '1', code: 'A' },
        { id: '2', code: 'a' },
      ],
    ],
    ['the id of one that is there', [{ id: '0' }]],
    ['the value of one that is there', [{ id: '1', code: 'Z' }]],
  ] as const)('rows that come at once and have %s are refused', ([, rows]) => {
    const table = aTable({ id: '0', code: 'Z' })

    expect(() => table.fill(rows)).toThrow(/unique/)
  })

  test('a copy and its original do not see each other’s changes', () => {
    const table = aTable({ id: '1', code: 'A', colour: 'red' })
    const copy = new Table(keys, table)

    copy.put({ id: '2', code: 'B', colour: 'red' })
    table.delete({ id: '1' })

    expect(table.size).toBe(0)
    expect(table.by.code.get('B')).toBeUndefined()
    expect([...copy.values()].map(({ id }) => id)).toEqual(['1', '2'])
    expect(copy.by.code.get('A')).toEqual({ id: '1', code: 'A', colour: 'red' })
    expect(copy.of.colour.get('red')).toHaveLength(2)
  })
})

describe('a table that lives long', () => {
  /** Few enough to meet again and again; some have one hash. */
  const codes = fc.constantFrom('', 'a~', 'b_', 'a~a~', 'b_b_', 'a~b_', '😀', undefined)
  const ids = fc.nat(60).map(String)
  const steps = fc.array(
    fc.record({ kind: fc.constantFrom('put', 'put', 'delete'), id: ids, code: codes }),
    {
      maxLength: 300,
      size: 'max',
    },
  )

  test('holds what a Map would hold, in its order, however much comes and goes', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let table = aTable()
        const model = new Map<string, Row>()
        for (const { kind, id, code } of all) {
          const taken = code !== undefined && [...model.values()].find((row) => row.code === code)
          if (kind === 'put' && !taken) {
            const row = code === undefined ? { id } : { id, code }
            table.put(row)
            model.set(id, row)
          }
          if (kind === 'delete') table.delete({ id })
          if (kind === 'delete') model.delete(id)
          if (all.length % 2 === 0) table = new Table(keys, table)
        }

        expect([...table.values()]).toEqual([...model.values()])
        const held = [...model.values()].filter(({ code }) => code !== undefined)
        expect([table.size, table.by.code.size]).toEqual([model.size, held.length])
        for (const row of held) expect(table.by.code.get(row.code as string)).toBe(row)
        for (let id = 0; id <= 60; id++) expect(table.get(`${id}`)).toBe(model.get(`${id}`))
      }),
    )
  })

  test('keeps nothing of what is gone', () => {
    const table = aTable()

    for (let count = 0; count < 100_000; count++) {
      table.put({ id: `${count}`, code: `a${count}` })
      if (count > 9) table.delete({ id: `${count - 10}` })
    }

    const left = Array.from({ length: 10 }, (_, at) => `a${99_990 + at}`)
    expect([...table.values()].map(({ code }) => code)).toEqual(left)
    for (const code of left) expect(table.by.code.get(code)?.code).toBe(code)
    expect(table.by.code.get('a99989')).toBeUndefined()
  })
})

describe('an index', () => {
  test('a group is made of the rows it is given', () => {
    const rows = [
      { id: '1', colour: 'red' },
      { id: '2', colour: 'blue' },
      { id: '3', colour: 'red' },
    ]

    const index = new GroupIndex<Row>((row) => row.colour, rows)

    expect(index.get('red')).toEqual([rows[0], rows[2]])
  })
})
