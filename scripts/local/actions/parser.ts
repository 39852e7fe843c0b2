import { registerHooks } from 'node:module';

/**
 * GitHub's own parser of workflow files. It imports its grammar as JSON without saying so, as bundlers allow and Node
 * does not: Node is told for it.
 */
registerHooks({
  load: (url, context, next) =>
    /\/@actions\/workflow-parser\/.*\.json$/.test(url)
      ? next(url, { ...context, importAttributes: { type: 'json' } })
      : next(url, context),
});

export const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
  await import('@actions/workflow-parser');
