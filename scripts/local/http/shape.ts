import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { Body } from './body.ts';

/** The whole body as a shape; 422 that names every field that is wrong or unknown here. */
export function requireShape<Shape extends z.ZodType>(
  body: Body,
  shape: Shape,
  resource: string,
): WithoutUndefined<z.infer<Shape>> {
  const parsed = shape.safeParse(body.fields);
  if (parsed.success) return parsed.data as WithoutUndefined<z.infer<Shape>>;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    resource,
    field: path.join('.'),
    message,
    code: 'invalid',
  }));
  const told = errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  throw new ApiError(422, `Validation Failed: ${told.join('; ')}`, errors);
}

/** A field that a body leaves out is not there at all. */
type WithoutUndefined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };
