export const fuses: Readonly<Record<string, unknown>>
export function packedProgram(folder: string, platform: string, appInfo: { readonly productFilename: string }, executableName: string): string
