/** The five meanings a colour may have here. Never said by colour alone: an icon's shape or a word goes with it. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'mute'
