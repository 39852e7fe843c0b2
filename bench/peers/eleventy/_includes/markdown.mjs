/** Headings that can be linked to, and links that say where they lead, as on the portal. */
export function markdown(md) {
  const { rules } = md.renderer;
  const slug = (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
  const hostOf = (token) => /^https?:\/\/([^/]+)/.exec(token.attrGet('href'))?.[1];
  const hosts = [];
  rules.heading_open = (tokens, place, options, env, self) => {
    tokens[place].attrSet('id', `bagian-${slug(tokens[place + 1].content)}`);
    return self.renderToken(tokens, place, options);
  };
  rules.link_open = (tokens, place, options, env, self) => {
    const host = hostOf(tokens[place]);
    hosts.push(host);
    if (host !== undefined) tokens[place].attrSet('rel', 'external noopener');
    return self.renderToken(tokens, place, options);
  };
  rules.link_close = () => {
    const host = hosts.pop();
    return host === undefined ? '</a>' : ` <span class="tautan-host">(${host})</span></a>`;
  };
}
