import { useState } from 'preact/hooks'
import type { RuleCount } from '../client/shapes.ts'
import { countOf, countText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { GradeBadge } from '../ui/badge.tsx'
import { Empty, Head } from '../ui/blocks.tsx'
import { RuleSource } from '../ui/rule-note.tsx'
import { Search } from '../ui/search.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { type Column, Table } from '../ui/table.tsx'

const grades = [
  ['', 'All'],
  ['documented', 'Documented'],
  ['observed', 'Observed'],
  ['assumed', 'Assumed'],
] as const

const columns: readonly Column<RuleCount>[] = [
  {
    title: 'Rule',
    cell: ({ id, says, source }) => (
      <>
        {says}
        <div class="mono small">
          <RuleSource id={id} source={source} />
        </div>
      </>
    ),
  },
  {
    title: 'Grade',
    wideOnly: true,
    width: '120px',
    cell: ({ grade }) => <GradeBadge grade={grade} />,
  },
  {
    title: 'Refused',
    width: '88px',
    isNumber: true,
    cell: ({ refused }) =>
      refused === 0 ? <span class="muted">0</span> : <b>{countText(refused)}</b>,
  },
]

/** Every rule that the twin enforces, where it comes from, and how often it refused. */
export function RulesScreen() {
  const { api } = useStore()
  const [text, setText] = useState('')
  const [grade, setGrade] = useState('')
  const rules = useLoad('rules', api.rules).data?.rules ?? []
  const found = rules.filter(
    (rule) =>
      (grade === '' || rule.grade === grade) &&
      `${rule.id} ${rule.says}`.toLowerCase().includes(text.toLowerCase()),
  )
  return (
    <>
      <Head title="Rules" count={countOf(found.length, 'rule')} />
      <div class="tools">
        <Search label="Words of the rule" value={text} onValue={setText} />
        <Segmented label="Grade" value={grade} options={grades} onValue={setGrade} />
      </div>
      <div class="sheet">
        {found.length === 0 && rules.length > 0 ? (
          <Empty icon="search" title="No rule fits">
            Try another word, or all grades.
          </Empty>
        ) : (
          <Table label="Rules" rows={found} idOf={({ id }) => id} columns={columns} />
        )}
      </div>
    </>
  )
}
