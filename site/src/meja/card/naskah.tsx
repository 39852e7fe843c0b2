/** @jsxImportSource preact */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withDateline } from '../../dateline.ts';
import { MarkdownLimit, renderMarkdown } from '../../../../scripts/markdown/render.ts';
import { fileKind, type Attachments } from './attachments.ts';
import { trusted } from './trusted.ts';

/** A paragraph that a return speaks of. */
export interface Mark {
  readonly nomor: number;
  readonly awal: string;
}

interface Props {
  readonly body: string;
  readonly tempat: string | null;
  readonly files: readonly string[];
  readonly attachments: Attachments;
  readonly marks: readonly Mark[];
  /** Whether paragraphs can be marked; null where the person may not return the item. */
  readonly onMark: ((mark: Mark) => void) | null;
  /** Whether each paragraph is a control of its own, for whom a tap is none. */
  readonly isMarking: boolean;
}

/** The text as the portal will show it: the same renderer, the same styles. */
export function Naskah({ body, tempat, files, attachments, marks, onMark, isMarking }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const rendered = useMemo(() => render(body, pictures, files), [body, pictures, files]);

  useEffect(() => {
    let isHere = true;
    for (const name of rendered.wanted)
      attachments.open(name).then(
        ({ address }) => isHere && setPictures((known) => new Map(known).set(name, address)),
        () => undefined,
      );
    return () => {
      isHere = false;
    };
  }, [rendered, attachments]);

  const html = rendered.html === '' ? '' : withDateline(rendered.html, rendered.text, tempat ?? undefined);
  useEffect(() => {
    const node = place.current;
    if (node !== null) dress(node, marks, isMarking, onMark !== null);
  }, [html, marks, isMarking, onMark]);

  if (rendered.fault !== null)
    return (
      <p class="belum" role="alert">
        {rendered.fault}
      </p>
    );
  if (html === '') return <p class="belum">Isi belum ditulis.</p>;
  return (
    <div
      ref={place}
      class={`naskah${onMark === null ? '' : ' naskah-tandai'}`}
      onClick={(event) => follow(event, place.current, onMark)}
      onKeyDown={(event) => {
        if (!isMarking || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        markAt(event.target, place.current, onMark);
      }}
      dangerouslySetInnerHTML={{ __html: trusted(html) }}
    />
  );
}

interface Rendering {
  readonly html: string;
  readonly text: string;
  /** Pictures in the text that are not here yet. */
  readonly wanted: readonly string[];
  readonly fault: string | null;
}

function render(body: string, pictures: ReadonlyMap<string, string>, files: readonly string[]): Rendering {
  const wanted: string[] = [];
  try {
    const { html, text } = renderMarkdown(body, {
      resolveFile: (name) => {
        const src = pictures.get(name);
        if (src !== undefined) return { src };
        if (files.includes(name) && fileKind(name).kind === 'gambar') wanted.push(name);
        return null;
      },
    });
    return { html, text, wanted, fault: null };
  } catch (error) {
    if (!(error instanceof MarkdownLimit)) throw error;
    return { html: '', text: '', wanted: [], fault: error.message };
  }
}

/** Links lead out of the desk into another tab; a tap elsewhere marks the paragraph. */
function follow(event: MouseEvent, root: HTMLElement | null, onMark: Props['onMark']): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link instanceof HTMLAnchorElement) {
    if (link.getAttribute('href')?.startsWith('#') === true) return;
    event.preventDefault();
    window.open(link.href, '_blank', 'noopener,noreferrer');
    return;
  }
  // Somebody who selects words does not mean the paragraph.
  if (window.getSelection()?.isCollapsed === false) return;
  markAt(event.target, root, onMark);
}

function markAt(target: EventTarget | null, root: HTMLElement | null, onMark: Props['onMark']): void {
  if (onMark === null || root === null || !(target instanceof Node)) return;
  const index = [...root.children].findIndex((child) => child.contains(target));
  const block = root.children[index];
  if (block !== undefined) onMark({ nomor: index + 1, awal: block.textContent });
}

/** Shows which paragraphs are marked, and makes each a control while marking by keyboard or reader. */
function dress(root: HTMLElement, marks: readonly Mark[], isMarking: boolean, canMark: boolean): void {
  for (const [index, block] of [...root.children].entries()) {
    const isMarked = canMark && marks.some(({ nomor }) => nomor === index + 1);
    block.classList.toggle('ditandai', isMarked);
    const attributes = {
      tabindex: '0',
      role: 'checkbox',
      'aria-checked': String(isMarked),
      'aria-label': `Paragraf ${index + 1}: ${block.textContent}`,
    };
    for (const [name, value] of Object.entries(attributes))
      if (isMarking && canMark) block.setAttribute(name, value);
      else block.removeAttribute(name);
  }
}
