import { ShieldCheckmark16Regular } from '@fluentui/react-icons'
import { mayDo } from '#shared/model/permission.ts'
import type { Role } from '#shared/model/role.ts'
import { useNotices } from '#renderer/state/notices-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import s from './frame.module.css'
import type { NavItem } from './screen.ts'
import { navigation, screens } from './screens.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** The items a role sees, in groups without empty ones. */
export const itemsFor = (role: Role): readonly (readonly NavItem[])[] =>
  navigation
    .map(group => group.filter(({ screen }) => mayDo(role, screens[screen].permission)))
    .filter(group => group.length > 0)

/** Screens of one level; Alt+1 to Alt+9 go there too. */
export function Navigation() {
  const { role } = useSignedIn()
  const current = useRoute(s => s.route.screen)
  const go = useRoute(s => s.go)
  const groups = itemsFor(role)
  const numbered = groups.flat()
  return (
    <nav className={s['nav']} aria-label="Main">
      {groups.map((group, i) => (
        <ul key={group[0]?.screen} className={i === 0 ? '' : s['group']}>
          {group.map(({ screen, label, icon }) => (
            <li key={screen}>
              <button type="button" className={s['item']} aria-current={screen === current ? 'page' : undefined} aria-keyshortcuts={`Alt+${numbered.findIndex(item => item.screen === screen) + 1}`} title={label} onClick={() => go({ screen })}>
                {icon}
                <span>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
      <NavFoot />
    </nav>
  )
}

function NavFoot() {
  const info = useNotices(s => s.info)
  return (
    <div className={s['foot']}>
      <p>
        <ShieldCheckmark16Regular aria-hidden />
        Encrypted · offline
      </p>
      <p>{window.workstation.shell.kind === 'electron' ? 'Desktop program' : 'Browser shell'}</p>
      {info !== null && <p role="status">{info}</p>}
    </div>
  )
}
