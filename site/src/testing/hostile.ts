/** What an item might hold to harm its readers: for the portal, the desk and the preview alike. */

/** What would have run: a page on which it did has `window.kena`. */
export const kena = 'window.kena=true';

/** A text full of it. */
export const hostileText = `
<script>${kena}</script>
<img src=x onerror="${kena}">
<svg onload="${kena}"><script>${kena}</script></svg>
<iframe srcdoc="<script>parent.kena=true</script>"></iframe>
<style>.bilah{display:none}</style>
<p style="position:fixed;inset:0">menutupi</p>

[javascript](javascript:${kena}) [JaVa](JaVaScRiPt:${kena}) [data](data:text/html,<script>${kena}</script>)
[vbs](vbscript:x) [dua](//jahat.example/) [akun](https://bank.example@jahat.example/) [entitas](&#106;avascript:${kena})
[рontianak.go.id](https://рontianak.go.id/masuk) ![lacak](https://jahat.example/lacak.png) ![svg](gambar.svg)
[![gambar](lain)](javascript:${kena})

"><img src=x onerror=${kena}>

| tanda | tulisan |
| ----- | ------- |
| <table onclick="${kena}">tebal</table> | \`<script>\` |
`;

/** What may be left of it, as elements and as their attributes. */
export const harmless = {
  elements: ['a', 'br', 'code', 'div', 'p', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'tr'],
  attributes: ['aria-label', 'class', 'href', 'rel', 'role', 'tabindex'],
};
