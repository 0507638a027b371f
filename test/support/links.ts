import { posix } from 'node:path';

/** The links of a Markdown page to other files and to its own headings, outside of code blocks. */
export function linksIn(page: string): { path: string; anchor: string | undefined }[] {
  const text = page.replace(/^```.*?^```/gms, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^\w+:/.test(link))
    .map((link) => ({ path: link.split('#')[0] ?? '', anchor: link.split('#')[1] }));
}

/** The links in the pages of a package that lead to none of its files, each with its page. */
export function deadLinks(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files].flatMap(([page, content]) => {
    if (!page.endsWith('.md')) return [];
    const targets = linksIn(content.toString()).map(({ path }) => path);
    const dead = targets.filter((path) => path !== '' && !files.has(posix.join(posix.dirname(page), path)));
    return dead.map((path) => `${page} → ${path}`);
  });
}
