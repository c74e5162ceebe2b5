import { AppError } from '#shared/contract/errors.ts'
import type { LeftOut, Problem } from '#shared/domain/interchange/incoming.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PersonId } from '#shared/model/ids.ts'
import type { ColumnMapping, ImportKind, ImportPreview, ImportedFile, PreviewRow } from '#shared/model/import.ts'
import type { Store } from '#electron/store/store.ts'
import type { PackedPatient } from './parser/packed-patient.ts'

/** A sheet as it was read, before anybody says what its columns mean. */
export interface SheetRows {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface SheetReading {
  readonly sheet: SheetRows
  readonly mapping: ColumnMapping
  readonly asOf: Instant
}

export interface Preview {
  readonly id: string
  readonly ownerId: PersonId
  readonly kind: ImportKind
  readonly files: readonly ImportedFile[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly Problem[]
  readonly patients: readonly PackedPatient[]
  readonly rows: readonly PreviewRow[]
  readonly sheet: SheetReading | null
  readonly summary: ImportPreview
}

const shelves = new WeakMap<Store, { preview: Preview | null }>()

/** The one preview that is kept, in memory only: the next one replaces it, the lock ends it with the process. */
export function keepPreview(store: Store, preview: Preview | null): void {
  shelves.set(store, { preview })
}

/** Throws `not-found` when the preview is gone or was made for somebody else. */
export function requirePreview(store: Store, id: string, ownerId: PersonId): Preview {
  const preview = shelves.get(store)?.preview ?? null
  if (preview?.id !== id || preview.ownerId !== ownerId) throw new AppError({ code: 'not-found', message: 'This preview has ended. Choose the files again.' })
  return preview
}
