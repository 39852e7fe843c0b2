/**
 * What reader and applier need of a GitHub client; an octokit is one. Kept this small so that gate, Meja and tests
 * can share them.
 */
export interface Client {
  /** Runs one GraphQL query; rejects where the server reports errors. */
  graphql(query: string, variables: Record<string, unknown>): Promise<unknown>;
  /** Calls one REST route, e.g. `GET /repos/{owner}/{repo}/activity`; rejects with a `status` on 4xx and 5xx. */
  request(
    route: string,
    parameters: Record<string, unknown>,
  ): Promise<{ status: number; data: unknown; headers: Readonly<Record<string, unknown>> }>;
}

/** A repository on GitHub. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** HTTP status of an error that a client threw; undefined where the network itself failed. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

/** Whether what a query asked for is not there: GraphQL tells that as an error among others. */
export function isNotFound(error: unknown): boolean {
  const errors = (error as { errors?: unknown } | null)?.errors;
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((item: { type?: unknown } | null) => item?.type === 'NOT_FOUND')
  );
}
