import { ApiError, invalid } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';

/** What a sign-in server asks with the client's id and secret: to end a person's token. */
export function mountApplications(app: ApiApp, local: Local): void {
  app.delete('/applications/:client/token', async (c) => {
    const [id = null, secret = null] = basicOf(c.req.header('Authorization'));
    if (id !== c.req.param('client') || !local.oauth.isClient(id, secret))
      throw new ApiError(401, 'Bad credentials');
    const token = (await readBody(c)).text('access_token');
    if (!local.oauth.revoke(token)) throw invalid('OauthAccess', 'access_token', 'Token is not valid');
    return c.body(null, 204);
  });
}

/** User and password of a `Basic` header. */
function basicOf(header: string | undefined): string[] {
  const [, encoded = ''] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}
