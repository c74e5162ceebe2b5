export { SetUpWizard } from './set-up-wizard.tsx'
