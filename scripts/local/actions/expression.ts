import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What an expression can name: `github`, `needs`, `steps`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/** How it stands with what ran before: of a step, the steps before it; of a job, the jobs that it needs. */
export type Standing = 'success' | 'failure' | 'cancelled';

const statusFunctions = ['success', 'failure', 'cancelled', 'always'] as const;

/** Evaluates one expression by GitHub's own library; what it names and is not there is null. */
export function evaluate(expression: string, contexts: Contexts, standing: Standing): unknown {
  const functions = statusFunctions.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === 'always' || name === standing),
  }));
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const value = new Evaluator(tree, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
  return JSON.parse(JSON.stringify(value, data.replacer)) as unknown;
}

/** Whether a condition holds. One that asks for no standing asks for success, as GitHub adds it. */
export function holds(condition: string | undefined, contexts: Contexts, standing: Standing): boolean {
  const text = (condition ?? 'success()').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  const asks = statusFunctions.some((name) => new RegExp(`\\b${name}\\s*\\(`).test(text));
  return truthy(evaluate(asks ? text : `success() && (${text})`, contexts, standing));
}

function truthy(value: unknown): boolean {
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

/** A text with its `${{ … }}` filled in. */
export function filled(value: unknown, contexts: Contexts, standing: Standing = 'success'): string {
  return textOf(value).replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    textOf(evaluate(expression, contexts, standing)),
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
