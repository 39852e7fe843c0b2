import type { Context } from 'hono';
import { ApiError } from './api-error.ts';

/** A JSON object that a client sent. Nothing in it is trusted: each reader checks the kind of what it takes. */
export class Body {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  /** All of it, for a schema to judge. */
  get fields(): Readonly<Record<string, unknown>> {
    return this.#fields;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  get(name: string): unknown {
    return this.#fields[name];
  }

  /** Text that must be there and not be empty. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined || value === '')
      throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
    return value;
  }

  /** Text, or undefined when absent or null. */
  optionalText(name: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw wrongKind(name, value, 'a string');
    return value;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#fields[name];
    if (value === undefined || value === null) return otherwise;
    if (typeof value !== 'boolean') throw wrongKind(name, value, 'a boolean');
    return value;
  }

  list(name: string): unknown[] {
    const value = this.#fields[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw wrongKind(name, value, 'an array');
    return value as unknown[];
  }

  textList(name: string): string[] {
    return this.list(name).map((item) => {
      if (typeof item !== 'string') throw wrongKind(name, item, 'a string');
      return item;
    });
  }

  /** An object within, or undefined. */
  part(name: string): Body | undefined {
    const value = this.#fields[name];
    return value === undefined || value === null ? undefined : asBody(value, name);
  }
}

/** An unknown value as an object. */
export function asBody(value: unknown, name: string): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongKind(name, value, 'an object');
  return new Body(value as Record<string, unknown>);
}

function wrongKind(name: string, value: unknown, kind: string): ApiError {
  const shown = (JSON.stringify(value) ?? 'undefined').slice(0, 80);
  return new ApiError(422, `Invalid request.\n\nFor '${name}', ${shown} is not ${kind}.`);
}

/** Reads the request's body; an empty one is an empty object. A bare list is taken as the field `listName`. */
export async function readBody(c: Context, listName?: string): Promise<Body> {
  const text = await c.req.text();
  if (text.trim() === '') return new Body({});
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
  if (Array.isArray(parsed) && listName) return new Body({ [listName]: parsed });
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new ApiError(400, 'Body should be a JSON object');
  return new Body(parsed as Record<string, unknown>);
}
