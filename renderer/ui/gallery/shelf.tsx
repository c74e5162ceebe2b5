import type { ReactNode } from 'react'
import s from './gallery.module.css'

/** A page of the gallery: building blocks side by side, each under its name. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={s['shelf']}>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

export function Item({ name, wide, bare, children }: { name: string; wide?: boolean; bare?: boolean; children: ReactNode }) {
  return (
    <section className={wide ? s['wide'] : s['item']} aria-label={name}>
      <h2>{name}</h2>
      <div className={bare ? s['bare'] : s['body']}>{children}</div>
    </section>
  )
}
