import type { TemplateEntry } from '#shared/model/recovery-template.ts'
import type { AnchorKind } from '#shared/model/timeline.ts'

const anchorWords: Readonly<Record<AnchorKind, string>> = {
  admission: 'admission', surgery: 'surgery', delivery: 'delivery', event: 'the event', 'last-use': 'last use', 'first-dose': 'the first dose', discharge: 'discharge', edd: 'the expected discharge',
}

/** The figure of a template row in words, without days where a rule gives them: "Day 1 to 3 after surgery, typically 2". */
export function timingWords({ timing, anchorKind }: TemplateEntry): string {
  const anchor = anchorWords[anchorKind]
  switch (timing.kind) {
    case 'rule':
      return `By rule ${timing.rules.join(', ')}; no clock yet`
    case 'set-by-hand':
      return 'Set by hand; no typical day'
    case 'before-edd':
      return timing.days === 0 ? `On the day of ${anchor}` : `${timing.days} ${timing.days === 1 ? 'day' : 'days'} before ${anchor}`
    case 'days': {
      const range = timing.from === timing.to ? `Day ${timing.from}` : `Day ${timing.from} to ${timing.to}`
      return `${range} after ${anchor}, ${timing.typical === 'gmlos' ? 'GMLOS in place of a typical day' : `typically ${timing.typical}`}`
    }
  }
}
