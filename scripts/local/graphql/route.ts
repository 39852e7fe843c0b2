import { execute, GraphQLError, type GraphQLFieldResolver } from 'graphql';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import { timestamp } from '../clock.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { actorNode } from './people.ts';
import { repositoryNode } from './repository.ts';
import { checkQuery, gitHubSchema } from './schema.ts';
import type { View } from './view.ts';

/** `POST /graphql`: GitHub's published schema, of which what a reader of pull requests asks has an answer. */
export function mountGraphql(app: ApiApp, local: Local): void {
  app.post('/graphql', async (c) => {
    const body = await readBody(c);
    const document = checkQuery(body.text('query'));
    if (!('kind' in document)) return c.json({ errors: document.map((fault) => fault.toJSON()) });
    const view: View = { local, at: addressesOf(c, local) };
    const variables = body.get('variables');
    const result = await execute({
      schema: gitHubSchema(),
      document,
      rootValue: rootNode(view, c.get('account').id),
      variableValues: (variables ?? {}) as Record<string, unknown>,
      operationName: body.optionalText('operationName') ?? null,
      fieldResolver: resolveField,
    });
    return c.json({
      ...(result.data === undefined ? {} : { data: result.data }),
      ...withErrors(result.errors),
    });
  });
}

function withErrors(errors: readonly GraphQLError[] | undefined) {
  return errors ? { errors: errors.map(errorJson) } : {};
}

/** GitHub tells the type of an error beside its message, and not among extensions. */
function errorJson(fault: GraphQLError) {
  const { extensions, ...json } = fault.toJSON();
  return extensions === undefined ? json : { ...extensions, ...json };
}

/** A node gives its fields as values or functions of the arguments. What it does not give is an error, not null. */
const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
  const value = (source as Record<string, unknown>)[info.fieldName];
  if (value === undefined)
    throw new GraphQLError(
      `Local server: field ${info.parentType.name}.${info.fieldName} is not served. ` +
        'Served fields: scripts/local/DIFFERENCES.md.',
    );
  return typeof value === 'function' ? (value as (given: unknown) => unknown)(args) : value;
};

function rootNode(view: View, viewer: number) {
  const { local } = view;
  return {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (owner === local.owner && name === local.name) return repositoryNode(view);
      throw new GraphQLError(`Could not resolve to a Repository with the name '${owner}/${name}'.`, {
        extensions: { type: 'NOT_FOUND' },
      });
    },
    viewer: () => actorNode(view, viewer),
    rateLimit: () => ({
      cost: 1,
      limit: 5000,
      nodeCount: 0,
      remaining: 4999,
      used: 1,
      resetAt: timestamp(local.clock.now() + 3_600_000),
    }),
  };
}
