import {
  ArrowImport20Regular, BookDatabase20Regular, BuildingRetail20Regular, CalendarToday20Regular, DatabaseArrowDown20Regular, History20Regular,
  PeopleList20Regular, PersonSettings20Regular, Stethoscope20Regular,
} from '@fluentui/react-icons'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { OverlayName, ScreenName } from '#renderer/state/route.ts'
import { onDemand, type NavItem, type OverlayProps, type Screen } from './screen.ts'

/**
 * Every screen of the program: what it is called, who may see it, where its code is. One entry a screen, sorted; the places are in
 * `renderer/state/route.ts`. A screen is loaded when it is first shown, always through its feature's `index.ts`.
 */
export const screens: { readonly [S in ScreenName]: Screen<S> } = {
  audit: { title: 'History', permission: 'audit.read', component: onDemand(async () => (await import('#renderer/features/audit/index.ts')).AuditPage) },
  backup: { title: 'Backup', permission: 'workstation.check', component: onDemand(async () => (await import('#renderer/features/workstation/index.ts')).BackupPage) },
  case: { title: 'Case', permission: 'patients.read', component: onDemand(async () => (await import('#renderer/features/case/index.ts')).CasePage) },
  'case-edit': { title: 'Edit the case', permission: 'cases.write', component: onDemand(async () => (await import('#renderer/features/case/index.ts')).EditCasePage) },
  'case-open': { title: 'Open a case', permission: 'cases.write', component: onDemand(async () => (await import('#renderer/features/case/index.ts')).OpenCasePage) },
  caseload: { title: 'Caseload', permission: 'worklists.read', component: onDemand(async () => (await import('#renderer/features/caseload/index.ts')).CaseloadPage) },
  duplicates: { title: 'Likely duplicates', permission: 'patients.write', component: onDemand(async () => (await import('#renderer/features/patients/index.ts')).DuplicatesPage) },
  facility: { title: 'Facility', permission: 'facility.manage', component: onDemand(async () => (await import('#renderer/features/administration/index.ts')).FacilityPage) },
  imports: { title: 'Import', permission: 'records.import', component: onDemand(async () => (await import('#renderer/features/imports/index.ts')).ImportsPage) },
  patient: { title: 'Patient', permission: 'patients.read', component: onDemand(async () => (await import('#renderer/features/patients/index.ts')).PatientPage) },
  'patient-edit': { title: 'Correct the patient', permission: 'patients.write', component: onDemand(async () => (await import('#renderer/features/patients/index.ts')).EditPatientPage) },
  'patient-new': { title: 'Add a patient', permission: 'patients.write', component: onDemand(async () => (await import('#renderer/features/patients/index.ts')).NewPatientPage) },
  people: { title: 'People', permission: 'people.manage', component: onDemand(async () => (await import('#renderer/features/administration/index.ts')).PeoplePage) },
  'print-list': { title: 'Print my list', permission: 'records.print', component: onDemand(async () => (await import('#renderer/features/caseload/index.ts')).PrintListPage) },
  'print-timeline': { title: 'Print', permission: 'records.print', component: onDemand(async () => (await import('#renderer/features/print/index.ts')).PrintRecoveryPage) },
  reference: { title: 'Reference data', permission: 'reference.read', component: onDemand(async () => (await import('#renderer/features/reference/index.ts')).ReferencePage) },
  settings: { title: 'Settings', permission: 'anyone', component: onDemand(async () => (await import('#renderer/features/settings/index.ts')).SettingsPage) },
  'stay-edit': { title: 'Stay', permission: 'stays.write', component: onDemand(async () => (await import('#renderer/features/stays/index.ts')).StayEditPage) },
  today: { title: 'Today', permission: 'worklists.read', component: onDemand(async () => (await import('#renderer/features/today/index.ts')).TodayPage) },
  workstation: { title: 'Check this workstation', permission: 'workstation.check', component: onDemand(async () => (await import('#renderer/features/workstation/index.ts')).CheckPage) },
}

/** Small forms that open over any screen. */
export const overlays: { readonly [O in OverlayName]: LazyExoticComponent<ComponentType<OverlayProps<O>>> } = {
  contact: onDemand(async () => (await import('#renderer/features/capture/index.ts')).ContactCapture),
  note: onDemand(async () => (await import('#renderer/features/capture/index.ts')).NoteCapture),
  task: onDemand(async () => (await import('#renderer/features/capture/index.ts')).TaskCapture),
}

/** The navigation, in the order of a day's work; items whose screen the role may not see are left out. */
export const navigation: readonly (readonly NavItem[])[] = [
  [
    { screen: 'today', label: 'Today', icon: <CalendarToday20Regular /> },
    { screen: 'caseload', label: 'Caseload', icon: <PeopleList20Regular /> },
    { screen: 'imports', label: 'Import', icon: <ArrowImport20Regular /> },
  ],
  [
    { screen: 'people', label: 'People', icon: <PersonSettings20Regular /> },
    { screen: 'facility', label: 'Facility', icon: <BuildingRetail20Regular /> },
    { screen: 'reference', label: 'Reference data', icon: <BookDatabase20Regular /> },
    { screen: 'backup', label: 'Backup', icon: <DatabaseArrowDown20Regular /> },
    { screen: 'audit', label: 'History', icon: <History20Regular /> },
    { screen: 'workstation', label: 'Check workstation', icon: <Stethoscope20Regular /> },
  ],
]
