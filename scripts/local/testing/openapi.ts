import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';

/** GitHub's own description of its REST API, as the judge of what the local server answers. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly 'x-webhooks': Readonly<Record<string, { readonly post: { readonly requestBody: Content } }>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Reference | ResponseDescription>>;
}

interface Reference {
  readonly $ref: string;
}

type Content = { readonly content?: Readonly<Record<string, { readonly schema: object }>> };
type ResponseDescription = Content;

type Segments = readonly { readonly text: string; readonly open: boolean }[];

let description: Description | undefined;
let routes: { readonly path: string; readonly segments: Segments }[] = [];
const ajv = new Ajv({ strict: false, logger: false, allErrors: true, validateSchema: false });
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
ajv.addFormat('uri', { type: 'string', validate: (text: string) => URL.canParse(text) });
const compiled = new Map<string, ValidateFunction>();

function load(): Description {
  if (description) return description;
  const file = new URL('generated/api.github.com.json', import.meta.resolve('@octokit/openapi'));
  description = toJsonSchema(JSON.parse(readFileSync(fileURLToPath(file), 'utf8'))) as Description;
  ajv.addSchema({ $id: 'github', components: description.components });
  routes = Object.keys(description.paths).map((path) => ({
    path,
    segments: path.split('/').map((text) => ({ text, open: text.startsWith('{') })),
  }));
  return description;
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says `null` is a type; references become absolute. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === 'example' || key === 'examples' || key === 'description') continue;
    // Some descriptions list two kinds of error of which one includes the other: one that fits is enough.
    const name = key === 'oneOf' ? 'anyOf' : key;
    out[name] =
      key === '$ref' && typeof item === 'string' ? item.replace('#/', 'github#/') : toJsonSchema(item);
  }
  if (out['nullable'] !== true) return out;
  delete out['nullable'];
  return { anyOf: [out, { type: 'null' }] };
}

/** The description's path for an address: as many plain parts as possible, and parameters for the rest. */
function pathOf(address: string): string | undefined {
  // octokit leaves the slash out before an empty path.
  const parts = address.replace(/\/contents$/, '/contents/').split('/');
  const fits = (segments: Segments) =>
    segments.length <= parts.length &&
    // Only the last parameter may hold slashes (`contents/{path}`, `git/ref/{ref}`).
    (segments.length === parts.length || segments.at(-1)!.open) &&
    segments.every((segment, index) => segment.open || segment.text === parts[index]);
  const plain = (segments: Segments) => segments.filter((segment) => !segment.open).length;
  const found = routes.filter(({ segments }) => fits(segments));
  found.sort((a, b) => b.segments.length - a.segments.length || plain(b.segments) - plain(a.segments));
  return found[0]?.path;
}

/** What was asked and answered, for a list of routes that were tried. */
export interface Judged {
  readonly operation: string;
  readonly status: number;
}

/** Judges one answer; throws when it is not what GitHub's description says. */
export function judge(method: string, address: string, status: number, body: unknown): Judged {
  const { paths } = load();
  const path = pathOf(address);
  const operation = path === undefined ? undefined : paths[path]?.[method.toLowerCase()];
  const name = `${method} ${path ?? address}`;
  if (path === undefined || !operation)
    throw new Error(`${method} ${address} is not in GitHub's description`);
  const response = operation.responses[String(status)];
  if (!response) {
    // Refusals that any operation can give are not always listed; they must still say why.
    if (status < 400 || typeof (body as { message?: unknown })?.message !== 'string')
      throw new Error(`${name}: ${status} is not an answer that GitHub describes`);
    return { operation: name, status };
  }
  const key = `${name} ${status}`;
  const schema = schemaOf(response);
  if (!schema) {
    if (body !== undefined && status < 400) throw new Error(`${key}: GitHub gives no body`);
    return { operation: name, status };
  }
  mustFit(key, schema, body);
  return { operation: name, status };
}

/** Judges what a webhook sends; throws when it is not what GitHub's description says. */
export function judgeDelivery(event: string, payload: unknown): void {
  const action = (payload as { action?: unknown }).action;
  // Of those whose action the sender chooses, the description has a sample.
  const name =
    event === 'repository_dispatch'
      ? 'repository-dispatch-sample.collected'
      : [event, ...(typeof action === 'string' ? [action] : [])].join('-').replaceAll('_', '-');
  const schema = load()['x-webhooks'][name]?.post.requestBody.content?.['application/json']?.schema;
  if (!schema) throw new Error(`a webhook ${name} is not in GitHub's description`);
  mustFit(`webhook ${name}`, schema, payload);
}

function mustFit(key: string, schema: object, body: unknown): void {
  let validate = compiled.get(key);
  if (!validate) compiled.set(key, (validate = ajv.compile(schema)));
  if (validate(body)) return;
  const faults = (validate.errors ?? []).slice(0, 12);
  const shown = faults.map(
    (fault) => `${fault.instancePath} ${fault.message} ${JSON.stringify(fault.params)}`,
  );
  throw new Error(`${key} is not as GitHub describes it:\n${shown.join('\n')}`);
}

function schemaOf(response: Reference | ResponseDescription): object | undefined {
  const found =
    '$ref' in response
      ? (load().components['responses']![response.$ref.split('/').at(-1)!] as ResponseDescription)
      : response;
  return found.content?.['application/json']?.schema;
}
