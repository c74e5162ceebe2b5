/** The process that started this one. */
export interface ParentLink {
  send(message: object): void
  onMessage(listener: (message: unknown) => void): void
  /** The parent is gone. */
  onGone(listener: () => void): void
  /** Ends this process once everything sent has left it. */
  end(): void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

// In Electron's utility process `process` carries a port; typed here so that the core need not know Electron.
function electronPort(): ParentPort | null {
  return hasPort(process) ? process.parentPort : null
}

function hasPort(holder: object): holder is { readonly parentPort: ParentPort } {
  return 'parentPort' in holder && holder.parentPort !== undefined
}

/** The link to the shell, under Node's fork or Electron's utility process. Throws a sentence when this process was started by hand. */
export function parentLink(): ParentLink {
  const port = electronPort()
  if (port !== null) {
    return {
      send: message => { port.postMessage(message) },
      onMessage: listener => { port.on('message', ({ data }) => { listener(data) }) },
      // Electron ends its utility processes with itself.
      onGone: () => undefined,
      end: () => { setTimeout(() => { process.exit(0) }, 20) },
    }
  }
  if (process.send === undefined) throw new Error('This program is started by a Caseboard shell, not by hand.')
  return {
    send: message => { process.send?.(message, undefined, undefined, () => undefined) },
    onMessage: listener => { process.on('message', listener) },
    onGone: listener => { process.once('disconnect', listener) },
    // Messages leave in order: when this one has, all have.
    end: () => { process.send?.({ kind: 'end' }, undefined, undefined, () => { process.exit(0) }) },
  }
}
