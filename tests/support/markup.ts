/** The 20 markup payloads of security.md, appendix G. */
export const markupPayloads: readonly string[] = [
  '<img src=x onerror="window.__x=1">', '<svg onload="window.__x=1">', '"><script>window.__x=1</script>', '<iframe srcdoc="<script>parent.__x=1</script>">', '<a href="javascript:window.__x=1" id=j>c</a>',
  '<details open ontoggle="window.__x=1">', '<form action="https://evil.test"><button>', '<style>@import url(https://evil.test/x)</style>', '<link rel=stylesheet href=https://evil.test/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.test">', '<base href="https://evil.test/">', '<object data="data:text/html,<script>1</script>">', '<math><mtext><table><mglyph><style><img src=x onerror=window.__x=1>',
  '${window.__x=1}', '{{constructor.constructor("window.__x=1")()}}', "';window.__x=1;//", '<input autofocus onfocus="window.__x=1">', '<video><source onerror="window.__x=1">', '<img src="https://evil.test/pixel.gif">', '\u202Eevil<b>',
]
