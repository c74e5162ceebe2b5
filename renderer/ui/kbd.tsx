import s from './values.module.css'

/** A key or chord as caps: `Ctrl+K`, `Alt+ArrowLeft`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={s['kbd']}>
      {keys.split('+').map((key) => (
        <kbd key={key}>{key.replace('ArrowLeft', '←').replace('ArrowRight', '→').replace('ArrowUp', '↑').replace('ArrowDown', '↓')}</kbd>
      ))}
    </span>
  )
}
