import { expect, test } from 'vitest';
import { judge, judgeDelivery } from './openapi.ts';

test('the judge refuses an answer that lacks a field, deep inside too', () => {
  expect(() => judge('GET', '/repos/a/b/git/ref/heads/x', 200, { ref: 'refs/heads/x', object: {} })).toThrow(
    /GET \/repos\/\{owner\}\/\{repo\}\/git\/ref\/\{ref\} 200 is not as GitHub describes it:[^]*'node_id'[^]*\/object must have required property 'sha'/,
  );
});

test('the judge refuses a route, a status and a body that GitHub does not describe', () => {
  expect(() => judge('POST', '/repos/a/b/nada', 200, {})).toThrow('POST /repos/a/b/nada is not in GitHub');
  expect(() => judge('GET', '/user', 201, {})).toThrow(
    'GET /user: 201 is not an answer that GitHub describes',
  );
  expect(() => judge('DELETE', '/repos/a/b/git/refs/heads/x', 204, {})).toThrow('GitHub gives no body');
});

test('the judge refuses a delivery that lacks a field, and one that GitHub does not describe', () => {
  expect(() => judgeDelivery('issue_comment', { action: 'created', comment: { id: 1 } })).toThrow(
    /webhook issue-comment-created is not as GitHub describes it:[^]*'issue'[^]*\/comment must have required property 'url'/,
  );
  expect(() => judgeDelivery('issue_comment', { action: 'hatched' })).toThrow(
    'a webhook issue-comment-hatched is not in GitHub',
  );
});
