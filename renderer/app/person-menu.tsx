import { EyeOff20Regular, LockClosed20Regular, Settings20Regular, Stethoscope20Regular } from '@fluentui/react-icons'
import { Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { Role, roleNames } from '#shared/model/role.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import s from './frame.module.css'
import { hideNow, lockNow } from './lock-now.ts'
import { useFacilityFacts } from './use-facility-facts.ts'
import { useCanHide, useSignedIn } from './use-signed-in.ts'

/** Who is signed in, own settings, lock; in the demo the other roles too. */
export function PersonMenu() {
  const person = useSignedIn()
  const canHide = useCanHide()
  const { demo } = useFacilityFacts()
  const go = useRoute(s => s.go)
  return (
    <Menu positioning="below-end" hasIcons>
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={s['person']} title={`${person.name}, ${roleNames[person.role]}`}>
          <span aria-hidden>{person.initials}</span>
          <VisuallyHidden>Signed in as {person.name}, {roleNames[person.role]}</VisuallyHidden>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <div className={s['who']}>
          <strong>{person.name}</strong>
          <span>{roleNames[person.role]}</span>
        </div>
        <MenuList>
          <MenuItem icon={<Settings20Regular />} secondaryContent="Passphrase, PIN, appearance" onClick={() => go({ screen: 'settings' })}>Settings</MenuItem>
          <MenuItem icon={<Stethoscope20Regular />} secondaryContent="F1" onClick={() => go({ screen: 'workstation' })}>Check this workstation</MenuItem>
          <MenuDivider />
          {canHide && <MenuItem icon={<EyeOff20Regular />} secondaryContent="Ctrl+Shift+L" onClick={hideNow}>Hide the screen</MenuItem>}
          <MenuItem icon={<LockClosed20Regular />} secondaryContent="Ctrl+L" onClick={lockNow}>Lock</MenuItem>
        </MenuList>
        {demo && <ViewAs current={person.role} />}
      </MenuPopover>
    </Menu>
  )
}

function ViewAs({ current }: { readonly current: Role }) {
  const viewAs = useCommand('session.viewAs')
  return (
    <MenuList checkedValues={{ role: [current] }} onCheckedValueChange={(_, { checkedItems }) => {
      const role = Role.safeParse(checkedItems[0])
      if (role.success) void viewAs.run({ role: role.data })
    }}>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>View as (demo)</MenuGroupHeader>
        {Role.def.values.map(role => (
          <MenuItemRadio key={role} name="role" value={role}>{roleNames[role]}</MenuItemRadio>
        ))}
      </MenuGroup>
    </MenuList>
  )
}
