import type { Instant } from '#shared/kernel/instant.ts'
import type { ColumnMapping } from '#shared/model/import.ts'

/** How a person wants a sheet to be read. */
export interface SheetWish {
  readonly mapping: ColumnMapping
  readonly as: 'census' | 'list'
  readonly asOf: Instant | 'as-found'
}
