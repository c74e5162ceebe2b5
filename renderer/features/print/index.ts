export { PrintPreview, type PaperChoices, type PaperSize, type PrintPreviewProps } from './print-preview.tsx'
export { PrintRecoveryPage } from './print-recovery-page.tsx'
