import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that is not what was asked for, as GitHub words it. Decap shows `message` to the editor. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly errors: readonly unknown[] | undefined;
  constructor(status: ContentfulStatusCode, message: string, errors?: readonly unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** 404. Decap compares the message with this very text. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 422 for a field that is missing or wrong. */
export function invalid(resource: string, field: string, message: string, code = 'custom'): ApiError {
  return new ApiError(422, `Validation Failed: ${message}`, [{ resource, field, code, message }]);
}

/** 422 of a branch rule, as GitHub words it, and what it means for the editor. */
export function ruleViolation(rule: string, meaning: string): ApiError {
  return new ApiError(422, `Repository rule violations found\n\n${rule}\n\n${meaning}`);
}
