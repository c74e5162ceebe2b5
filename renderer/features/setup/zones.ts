import type { ComboOption } from '#renderer/ui/combo-field.tsx'

const first = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico']
const words: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern', 'America/Chicago': 'Central', 'America/Denver': 'Mountain', 'America/Phoenix': 'Mountain, no daylight saving', 'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska', 'Pacific/Honolulu': 'Hawaii', 'America/Puerto_Rico': 'Atlantic',
}

export const zoneOption = (zone: string): ComboOption<string> => ({ id: zone, label: zone.replaceAll('_', ' '), data: zone, ...(words[zone] !== undefined && { hint: words[zone] }) })

/** Zones of the United States first, then every zone this machine knows. */
export async function searchZones(text: string): Promise<ComboOption<string>[]> {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_')
  const all = [...first, ...Intl.supportedValuesOf('timeZone').filter(zone => !first.includes(zone))]
  return all.filter(zone => zone.toLowerCase().includes(wanted) || (words[zone] ?? '').toLowerCase().includes(text.trim().toLowerCase())).slice(0, 20).map(zoneOption)
}
