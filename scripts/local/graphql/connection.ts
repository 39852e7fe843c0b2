import { GraphQLError } from 'graphql';

/** Arguments by which GitHub pages a list. */
export interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const most = 100;

/** A list as GitHub's connections give it. The name of the field is for messages. */
export function connection<T>(field: string, list: readonly T[], paging: Paging) {
  const first = paging.first ?? undefined;
  const last = paging.last ?? undefined;
  const after = paging.after ?? undefined;
  const before = paging.before ?? undefined;
  if (first === undefined && last === undefined)
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  for (const [name, value] of Object.entries({ first, last }))
    if (value !== undefined && (value < 1 || value > most))
      throw new GraphQLError(
        `\`${name}\` on the \`${field}\` connection must lie between 1 and ${most} records.`,
      );
  let start = after === undefined ? 0 : indexOf(field, after) + 1;
  let end = before === undefined ? list.length : indexOf(field, before);
  if (first !== undefined) end = Math.min(end, start + first);
  if (last !== undefined) start = Math.max(start, end - last);
  const nodes = list.slice(start, end);
  const cursor = (index: number) => Buffer.from(`cursor:${index}`).toString('base64');
  return {
    totalCount: list.length,
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursor(start + index) })),
    pageInfo: {
      hasNextPage: end < list.length,
      hasPreviousPage: start > 0 && list.length > 0,
      startCursor: nodes.length > 0 ? cursor(start) : null,
      endCursor: nodes.length > 0 ? cursor(start + nodes.length - 1) : null,
    },
  };
}

function indexOf(field: string, cursor: string): number {
  const match = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  if (!match) throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor of \`${field}\`.`);
  return Number(match[1]);
}
