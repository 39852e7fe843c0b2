import { z } from 'zod';

const actor = 'fragment actor on Actor{__typename login ... on User{databaseId} ... on Bot{databaseId}}';

/**
 * First read: the pull request with all that happened to it, and the record of `sistem`. Branches are named in full
 * everywhere: for Git a tag of the same name comes first, and whoever may write may set tags.
 */
export const pullQuery = `query Pull($owner:String!,$repo:String!,$number:Int!,$files:String,$reviews:String,$comments:String,$timeline:String){
 repository(owner:$owner,name:$repo){
  sistem:object(expression:"refs/heads/paraf:sistem.json"){... on Blob{text isTruncated}}
  pullRequest(number:$number){
   number title state createdAt closedAt mergedAt isCrossRepository changedFiles
   author{...actor}
   baseRefName baseRefOid headRefName headRefOid
   mergeCommit{oid}
   labels(first:100){pageInfo{hasNextPage endCursor} nodes{name}}
   files(first:100,after:$files){pageInfo{hasNextPage endCursor} nodes{path changeType}}
   reviews(first:100,after:$reviews){pageInfo{hasNextPage endCursor} nodes{
    fullDatabaseId state submittedAt lastEditedAt includesCreatedEdit body author{...actor} editor{...actor} commit{oid}
    userContentEdits(first:50){pageInfo{hasNextPage} nodes{createdAt diff}}}}
   comments(first:100,after:$comments){pageInfo{hasNextPage endCursor} nodes{
    fullDatabaseId createdAt lastEditedAt body author{...actor}}}
   timelineItems(first:100,after:$timeline,itemTypes:[LABELED_EVENT,REVIEW_DISMISSED_EVENT,CLOSED_EVENT,REOPENED_EVENT,MERGED_EVENT]){
    pageInfo{hasNextPage endCursor} nodes{__typename
     ... on LabeledEvent{createdAt actor{...actor} label{name}}
     ... on ReviewDismissedEvent{createdAt actor{...actor} previousReviewState review{fullDatabaseId}}
     ... on ClosedEvent{createdAt actor{...actor}}
     ... on ReopenedEvent{createdAt actor{...actor}}
     ... on MergedEvent{createdAt actor{...actor}}}}
  }}}
${actor}`;

const rawActor = z
  .object({
    __typename: z.string(),
    login: z.string(),
    databaseId: z.number().nullish(),
  })
  .nullish();
export type RawActor = z.infer<typeof rawActor>;

const at = z.iso.datetime({ offset: true });
// Ids grow past what a number holds; one that is not there must not become the text "null".
const id = z.union([z.string(), z.number()]).transform(String);

const pages = <S extends z.ZodType>(node: S) =>
  z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(node),
  });

const happened = { createdAt: at, actor: rawActor };

export const pullAnswer = z.object({
  repository: z.object({
    sistem: z.object({ text: z.string().nullish(), isTruncated: z.boolean().nullish() }).nullish(),
    pullRequest: z
      .object({
        number: z.number(),
        title: z.string(),
        state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
        createdAt: at,
        closedAt: at.nullish(),
        mergedAt: at.nullish(),
        isCrossRepository: z.boolean(),
        changedFiles: z.number(),
        author: rawActor,
        baseRefName: z.string(),
        baseRefOid: z.string(),
        headRefName: z.string(),
        headRefOid: z.string(),
        mergeCommit: z.object({ oid: z.string() }).nullish(),
        labels: pages(z.object({ name: z.string() })).nullish(),
        files: pages(z.object({ path: z.string(), changeType: z.string() })).nullish(),
        reviews: pages(
          z.object({
            fullDatabaseId: id,
            state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
            submittedAt: at.nullish(),
            lastEditedAt: at.nullish(),
            includesCreatedEdit: z.boolean(),
            body: z.string(),
            author: rawActor,
            editor: rawActor,
            commit: z.object({ oid: z.string() }).nullish(),
            userContentEdits: z
              .object({
                pageInfo: z.object({ hasNextPage: z.boolean() }),
                nodes: z.array(z.object({ createdAt: at, diff: z.string().nullish() })),
              })
              .nullish(),
          }),
        ).nullish(),
        comments: pages(
          z.object({
            fullDatabaseId: id,
            createdAt: at,
            lastEditedAt: at.nullish(),
            body: z.string(),
            author: rawActor,
          }),
        ),
        timelineItems: pages(
          z.discriminatedUnion('__typename', [
            z.object({
              __typename: z.literal('LabeledEvent'),
              ...happened,
              label: z.object({ name: z.string() }),
            }),
            z.object({
              __typename: z.literal('ReviewDismissedEvent'),
              ...happened,
              previousReviewState: z.string(),
              review: z.object({ fullDatabaseId: id }).nullish(),
            }),
            z.object({ __typename: z.literal('ClosedEvent'), ...happened }),
            z.object({ __typename: z.literal('ReopenedEvent'), ...happened }),
            z.object({ __typename: z.literal('MergedEvent'), ...happened }),
          ]),
        ),
      })
      .nullish(),
  }),
});
export type PullAnswer = NonNullable<z.infer<typeof pullAnswer>['repository']['pullRequest']>;

const text = (value: string) => JSON.stringify(value);

/** Third read, one part per commit: its item folder, its `index.md`, and who wrote the folder up to there. */
export function versionPart(alias: string, commit: string, folder: string): string {
  return `${alias}:object(expression:${text(commit)}){... on Commit{oid history(first:50,path:${text(folder)}){pageInfo{hasNextPage} nodes{oid authors(first:20){pageInfo{hasNextPage} nodes{name email user{databaseId}}}}}}}
  ${alias}t:object(expression:${text(`${commit}:${folder}`)}){... on Tree{oid entries{name type mode}}}
  ${alias}i:object(expression:${text(`${commit}:${folder}/index.md`)}){... on Blob{text isTruncated isBinary}}`;
}

/** Commits of `main` that changed the folder: their authors worked on what is published already. */
export function mainPart(folder: string, main = 'refs/heads/main'): string {
  return `main:object(expression:${text(main)}){... on Commit{history(first:100,path:${text(folder)}){nodes{oid}}}}`;
}

/** Settings as they lie in a commit: files directly, and every `index.md` one folder below `content/sop`. */
export function settingsPart(alias: string, commit: string): string {
  return `${['alur', 'pelaksana', 'kalender'].map((name) => settingPart(`${alias}_${name}`, commit, name)).join('\n  ')}
  ${alias}_sop:object(expression:${text(`${commit}:content/sop`)}){... on Tree{entries{name type object{... on Tree{entries{name type object{... on Blob{oid text isTruncated}}}}}}}}`;
}

/** One file of settings as it lies in a commit. */
export function settingPart(alias: string, commit: string, name: string): string {
  return `${alias}:object(expression:${text(`${commit}:content/${name}.yml`)}){... on Blob{oid text isTruncated}}`;
}

export const partsQuery = (parts: readonly string[]) =>
  `query Parts($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){
  ${parts.join('\n  ')}}}`;

const blob = z.object({ oid: z.string(), text: z.string().nullish(), isTruncated: z.boolean().nullish() });

export const rawCommit = z
  .object({
    oid: z.string(),
    history: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: z.array(
        z.object({
          oid: z.string(),
          authors: z.object({
            pageInfo: z.object({ hasNextPage: z.boolean() }),
            nodes: z.array(
              z.object({
                name: z.string().nullish(),
                email: z.string().nullish(),
                user: z.object({ databaseId: z.number().nullish() }).nullish(),
              }),
            ),
          }),
        }),
      ),
    }),
  })
  .nullish();

export const rawTree = z
  .object({
    oid: z.string(),
    entries: z.array(z.object({ name: z.string(), type: z.string(), mode: z.number() })),
  })
  .nullish();

export const rawIndex = z
  .object({
    text: z.string().nullish(),
    isTruncated: z.boolean().nullish(),
    isBinary: z.boolean().nullish(),
  })
  .nullish();

export const rawMain = z
  .object({ history: z.object({ nodes: z.array(z.object({ oid: z.string() })) }) })
  .nullish();

export const rawFile = blob.nullish();

export const rawSops = z
  .object({
    entries: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        object: z
          .object({
            entries: z
              .array(z.object({ name: z.string(), type: z.string(), object: blob.partial().nullish() }))
              .nullish(),
          })
          .nullish(),
      }),
    ),
  })
  .nullish();

export const partsAnswer = z.object({ repository: z.record(z.string(), z.unknown()) });
