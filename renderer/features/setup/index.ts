export { RecoveryStep } from './recovery-step.tsx'
export { SetUpWizard } from './set-up-wizard.tsx'
export { searchZones, zoneOption } from './zones.ts'
