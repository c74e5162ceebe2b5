import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { DocumentEdit20Regular, Warning16Filled } from '@fluentui/react-icons'
import { useState } from 'react'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { readPlace } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Moment } from '#renderer/ui/moment.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import s from './frame.module.css'

/** What was interrupted: every half-written form, newest first, one key away. */
export function ResumeMenu() {
  const drafts = useDrafts(s => s.drafts)
  const order = useDrafts(s => s.resume)
  const isFailing = useDrafts(s => s.saving === 'failed')
  const resume = useRoute(s => s.resume)
  const [isOpen, setOpen] = useState(false)
  useHotkeys('mod+shift+d', () => setOpen(true), { enabled: order.length > 0 })
  const newestFirst = [...order].reverse().flatMap(key => {
    const draft = drafts.get(key)
    return draft === undefined ? [] : [draft]
  })
  return (
    <>
      {isFailing && (
        <span className={s['unsaved']} role="alert" title="What you type could not be kept on disk. Save the form itself, or copy the text, before you lock.">
          <Warning16Filled aria-hidden /> Drafts not kept
        </span>
      )}
      {newestFirst.length > 0 && (
        <Menu open={isOpen} onOpenChange={(_, { open }) => setOpen(open)} positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" appearance="subtle" icon={<DocumentEdit20Regular />} aria-keyshortcuts="Control+Shift+D">
              {newestFirst.length} unfinished
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList aria-label="Resume">
              {newestFirst.map(draft => (
                <MenuItem
                  key={draft.key}
                  secondaryContent={<Moment at={draft.editedAt} format="ago" />}
                  onClick={() => {
                    const place = readPlace(draft.place)
                    if (place !== null) resume(place)
                  }}
                >
                  {draft.title}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  )
}
