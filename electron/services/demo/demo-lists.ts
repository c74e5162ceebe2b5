import { z } from 'zod'
import { DrgCode, Program, Sensitivity } from '#shared/model/case.ts'
import { PayerKind } from '#shared/model/patient.ts'
import { AnchorKind } from '#shared/model/timeline.ts'
import { TemplateId } from '#shared/model/recovery-template.ts'
import type { Resources } from '#electron/platform/resources.ts'

const DemoCondition = z.strictObject({
  template: TemplateId, reason: z.string(), drg: DrgCode, unit: z.string(), anchor: AnchorKind, days: z.number().int().positive(), program: Program, sensitivity: Sensitivity,
})
export type DemoCondition = z.output<typeof DemoCondition>

const DemoLists = z.strictObject({
  note: z.string(),
  families: z.array(z.string()).min(20),
  female: z.array(z.string()).min(10),
  male: z.array(z.string()).min(10),
  payers: z.array(z.strictObject({ name: z.string(), kind: PayerKind })).min(8),
  conditions: z.array(DemoCondition).length(24),
})
export type DemoLists = z.output<typeof DemoLists>

/** Names, payers and conditions of the demo. */
export function readDemoLists(resources: Resources): DemoLists {
  return DemoLists.parse(resources.json('demo/caseload.json'))
}
