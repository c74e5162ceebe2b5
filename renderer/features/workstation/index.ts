export { BackupPage } from './backup-page.tsx'
export { CheckPage } from './check-page.tsx'
export { RestorePanel } from './restore-panel.tsx'
