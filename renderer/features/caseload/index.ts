export { CaseloadPage } from './caseload-page.tsx'
export { CensusAsOf } from './census-as-of.tsx'
export { PrintListPage } from './print-list-page.tsx'
