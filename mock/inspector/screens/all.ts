import type { ComponentType } from 'preact'
import type { AccountCounts } from '../client/shapes.ts'
import type { IconName } from '../ui/icon.tsx'
import { ClockScreen } from './clock.tsx'
import { ContactsScreen } from './contacts.tsx'
import { ExportsScreen } from './exports.tsx'
import { FaultsScreen } from './faults.tsx'
import { ImportsScreen } from './imports.tsx'
import { JournalScreen } from './journal.tsx'
import { LimitsScreen } from './limits.tsx'
import { OverviewScreen } from './overview.tsx'
import { ProductsScreen } from './products.tsx'
import { PurchasesScreen } from './purchases.tsx'
import { RulesScreen } from './rules.tsx'
import { SnapshotsScreen } from './snapshots.tsx'

/** A screen, and how one gets there. */
export interface Screen {
  readonly name: IconName
  readonly title: string
  /** With `g` before it, the key that leads there. */
  readonly key: string
  /** What is counted beside its name. */
  readonly counts?: keyof AccountCounts
  /** Whether it shows records of an account, so that it needs one. */
  readonly ofAccount?: true
  readonly view: ComponentType
}

/** The screens in the groups in which they are offered. */
export const groups: readonly (readonly [string, readonly Screen[]])[] = [
  [
    'Account',
    [
      { name: 'overview', title: 'Overview', key: 'o', ofAccount: true, view: OverviewScreen },
      {
        name: 'contacts',
        title: 'Contacts',
        key: 'c',
        counts: 'contacts',
        ofAccount: true,
        view: ContactsScreen,
      },
      {
        name: 'purchases',
        title: 'Purchases',
        key: 'p',
        counts: 'purchases',
        ofAccount: true,
        view: PurchasesScreen,
      },
      {
        name: 'products',
        title: 'Products',
        key: 'd',
        counts: 'products',
        ofAccount: true,
        view: ProductsScreen,
      },
      {
        name: 'imports',
        title: 'Imports',
        key: 'i',
        counts: 'imports',
        ofAccount: true,
        view: ImportsScreen,
      },
      {
        name: 'exports',
        title: 'Exports',
        key: 'e',
        counts: 'exports',
        ofAccount: true,
        view: ExportsScreen,
      },
    ],
  ],
  [
    'Calls',
    [
      { name: 'journal', title: 'Journal', key: 'j', view: JournalScreen },
      { name: 'faults', title: 'Faults', key: 'f', view: FaultsScreen },
      { name: 'limits', title: 'Limits', key: 'l', view: LimitsScreen },
    ],
  ],
  [
    'Time',
    [
      { name: 'clock', title: 'Clock', key: 't', view: ClockScreen },
      { name: 'snapshots', title: 'Snapshots', key: 's', view: SnapshotsScreen },
    ],
  ],
  ['Reference', [{ name: 'rules', title: 'Rules', key: 'r', view: RulesScreen }]],
]

/** All screens. */
export const screens: readonly Screen[] = groups.flatMap(([, some]) => some)
