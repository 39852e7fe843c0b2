import { accountOf } from '../local.ts';
import { nodeId } from '../shape/addresses.ts';
import { userJson } from '../shape/people.ts';
import type { View } from './view.ts';

/** An account as `Actor`; null for what git did behind the server's back. */
export function actorNode({ local, at }: View, id: number | null) {
  if (id === null) return null;
  const account = accountOf(local, id);
  const bot = id === local.app.id;
  const { url, avatar_url } = userJson(local, at, account);
  const common = {
    id: nodeId('User', id),
    databaseId: id,
    fullDatabaseId: String(id),
    // GraphQL names an app's account without the ending that REST gives it.
    login: bot ? account.login.replace(/\[bot\]$/, '') : account.login,
    avatarUrl: avatar_url,
    url,
    resourcePath: `/${account.login}`,
  };
  return bot ? { __typename: 'Bot', ...common } : { __typename: 'User', ...common, name: account.name };
}
