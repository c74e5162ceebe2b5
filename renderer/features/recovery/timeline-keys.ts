export type GridKey =
  | { readonly do: 'go'; readonly to: 'first' | 'last' | number }
  | { readonly do: 'zoom'; readonly by: number }
  | { readonly do: 'pan'; readonly by: number }
  | { readonly do: 'fold'; readonly open: boolean }
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'fit' | 'open' | 'reached' }

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

const pageRows = 12
const zoomStep = 1.4
const panStep = 0.2

/**
 * What a key means inside the grid. Keys without a modifier work only while a row has focus (WCAG 2.1.4 allows them there).
 * Ctrl and Meta are never taken: they belong to the program.
 */
export function gridKey({ key, altKey, shiftKey, ctrlKey, metaKey }: Pressed): GridKey | null {
  if (ctrlKey || metaKey) return null
  if (altKey) return key === 'ArrowLeft' ? { do: 'move', by: -1 } : key === 'ArrowRight' ? { do: 'move', by: 1 } : null
  if (shiftKey && key === 'ArrowLeft') return { do: 'pan', by: -panStep }
  if (shiftKey && key === 'ArrowRight') return { do: 'pan', by: panStep }
  switch (key) {
    case 'ArrowDown': return { do: 'go', to: 1 }
    case 'ArrowUp': return { do: 'go', to: -1 }
    case 'PageDown': return { do: 'go', to: pageRows }
    case 'PageUp': return { do: 'go', to: -pageRows }
    case 'Home': return { do: 'go', to: 'first' }
    case 'End': return { do: 'go', to: 'last' }
    case 'ArrowLeft': return { do: 'fold', open: false }
    case 'ArrowRight': return { do: 'fold', open: true }
    case 'Enter': return { do: 'open' }
    case '+':
    case '=': return { do: 'zoom', by: zoomStep }
    case '-': return { do: 'zoom', by: 1 / zoomStep }
    case '0': return { do: 'fit' }
    case 'r':
    case 'R': return { do: 'reached' }
    default: return null
  }
}
