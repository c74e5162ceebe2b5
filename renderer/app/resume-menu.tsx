import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuSplitGroup, MenuTrigger } from '@fluentui/react-components'
import { Delete16Regular, DocumentEdit20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Draft } from '#shared/contract/drafts.ts'
import { mayDo } from '#shared/model/permission.ts'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { readPlace, type Place } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Moment } from '#renderer/ui/moment.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { dropDraft, keepDraft } from './draft-keeper.ts'
import { screens } from './screens.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** What was interrupted: every half-written form, newest first, one key away; each can be thrown away here, also one whose form is gone. */
export function ResumeMenu() {
  const drafts = useDrafts(s => s.drafts)
  const order = useDrafts(s => s.resume)
  const [isOpen, setOpen] = useState(false)
  useHotkeys('mod+shift+d', () => setOpen(true), { enabled: order.length > 0 })
  const newestFirst = [...order].reverse().flatMap(key => {
    const draft = drafts.get(key)
    return draft === undefined ? [] : [draft]
  })
  if (newestFirst.length === 0) return null
  return (
    <Menu open={isOpen} onOpenChange={(_, { open }) => setOpen(open)} positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<DocumentEdit20Regular />} aria-keyshortcuts="Control+Shift+D">
          {newestFirst.length} unfinished
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label="Resume">{newestFirst.map(draft => <DraftLine key={draft.key} draft={draft} />)}</MenuList>
      </MenuPopover>
    </Menu>
  )
}

function DraftLine({ draft }: { readonly draft: Draft }) {
  const { role } = useSignedIn()
  const resume = useRoute(s => s.resume)
  const toasts = useToasts()
  const place = readPlace(draft.place)
  const leads = place !== null && mayDo(role, screens[place.route.screen].permission)
  const discard = () => {
    void dropDraft(draft.key)
    const { editedAt: _at, ...kept } = draft
    toasts.undo(`Discarded: ${draft.title}`, () => keepDraft(kept))
  }
  return (
    <MenuSplitGroup>
      <MenuItem disabled={!leads} secondaryContent={<Moment at={draft.editedAt} format="ago" />} {...(leads ? { onClick: () => goTo(place, resume) } : { subText: 'Its form cannot be opened any more.' })}>
        {draft.title}
      </MenuItem>
      <MenuItem aria-label={`Discard: ${draft.title}`} title="Discard" icon={<Delete16Regular />} onClick={discard} />
    </MenuSplitGroup>
  )
}

const goTo = (place: Place | null, resume: (place: Place) => void): void => {
  if (place !== null) resume(place)
}
