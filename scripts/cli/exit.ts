import { formatIssue, type Issue } from '../core/issue.ts';

/** What a command's exit code means (design, section 7). */
export const exitCodes = { done: 0, findings: 1, wrongUse: 2, ioFailed: 3 } as const;

/** Ends a command that was called wrongly: what happened, why, what to do. */
export function wrongUse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCodes.wrongUse;
}

/** Prints findings on standard error and ends with 1 if one of them is more than a warning. */
export function report(issues: readonly Issue[]): void {
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
  if (issues.some(({ level }) => level === undefined)) process.exitCode = exitCodes.findings;
}
