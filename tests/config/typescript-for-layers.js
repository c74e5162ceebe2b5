import { registerHooks } from 'node:module'

/**
 * dependency-cruiser reads sources through the compiler's JavaScript interface, which TypeScript 7 does not offer yet. For it alone,
 * "typescript" means the pinned TypeScript 6. Loaded with `node --import` by `npm run layers`.
 */
registerHooks({
  resolve(specifier, context, next) {
    const isAsked = specifier === 'typescript' || specifier.startsWith('typescript/')
    const isForCruiser = isAsked && String(context.parentURL).includes('/dependency-cruiser/')
    return next(isForCruiser ? specifier.replace('typescript', 'cruiser-typescript') : specifier, context)
  },
})
