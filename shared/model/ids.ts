import type { z } from 'zod'
import { idOf } from './scalars.ts'

export const PersonId = idOf<'person'>()
export type PersonId = z.output<typeof PersonId>
export const UnitId = idOf<'unit'>()
export type UnitId = z.output<typeof UnitId>
export const PatientId = idOf<'patient'>()
export type PatientId = z.output<typeof PatientId>
export const CaseId = idOf<'case'>()
export type CaseId = z.output<typeof CaseId>
export const StayId = idOf<'stay'>()
export type StayId = z.output<typeof StayId>
export const TimelineEntryId = idOf<'timeline-entry'>()
export type TimelineEntryId = z.output<typeof TimelineEntryId>
export const TaskId = idOf<'task'>()
export type TaskId = z.output<typeof TaskId>
export const NoteId = idOf<'note'>()
export type NoteId = z.output<typeof NoteId>
export const ContactId = idOf<'contact'>()
export type ContactId = z.output<typeof ContactId>
/** Made by whoever sends a command; looked up when its outcome is unknown, and the name of its progress. */
export const CommandId = idOf<'command'>()
export type CommandId = z.output<typeof CommandId>
