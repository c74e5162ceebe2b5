import type { WorklistRow } from '#shared/model/worklist.ts'
import type { Column } from '#renderer/ui/table-types.ts'
import { identityColumns } from './identity.tsx'
import { peopleColumns } from './people.tsx'
import { recoveryColumns } from './recovery.tsx'
import { stayColumns } from './stay.tsx'

/** Every column of the caseload, as the areas bring them. An area that joins later (barriers, authorizations) adds its file and one line here. */
export const caseloadColumns: readonly Column<WorklistRow>[] = [...identityColumns, ...stayColumns, ...recoveryColumns, ...peopleColumns]

/** Left out until a person asks for them: twelve columns need some 1,480 px. */
export const hiddenAtFirst: readonly string[] = ['condition', 'risk']
