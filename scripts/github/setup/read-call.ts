import { statusOf, type Client } from '../read/client.ts';

/** What a route gives, or null where its status says that there is nothing. */
export async function optional(
  client: Client,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  absent: readonly number[] = [404],
): Promise<unknown> {
  try {
    return (await client.request(route, { ...parameters })).data;
  } catch (error) {
    const status = statusOf(error);
    if (status !== undefined && absent.includes(status)) return null;
    throw error;
  }
}

const perPage = 100;

/** A list to its end: a page that was not read would look like things that are not there. */
export async function everyPage<Item>(
  client: Client,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  itemsOf: (data: unknown) => readonly Item[],
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.request(route, { ...parameters, per_page: perPage, page });
    const items = itemsOf(data);
    all.push(...items);
    if (items.length < perPage) return all;
  }
}
