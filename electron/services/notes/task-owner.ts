import type { PersonId } from '#shared/model/ids.ts'

/** `me` is whoever asks; the contract sends no id of one's own. */
export const taskOwner = (assigned: PersonId | 'me' | 'nobody', actorId: PersonId): PersonId | 'nobody' => (isMe(assigned) ? actorId : assigned)

const isMe = (assigned: string): assigned is 'me' => assigned === 'me'
