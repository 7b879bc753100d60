import { existsSync, readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';

interface Entry {
  readonly title: string;
  readonly path?: string;
  readonly children?: readonly Entry[];
}

/** The names of the API as TypeDoc lists them; nothing where the reference has not been made. */
export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  const list = new URL('../reference/navigation.json', import.meta.url);
  if (!existsSync(list)) return [];
  const modules = JSON.parse(readFileSync(list, 'utf8')) as readonly Entry[];
  return modules
    .map((module) => ({ ...module, title: module.title === 'index' ? 'paralign' : `paralign/${module.title}` }))
    .toSorted((a, b) => a.title.localeCompare(b.title))
    .map(({ title, children = [] }) => ({ text: title, items: children.map(itemOf) }));
}

function itemOf({ title, path, children }: Entry): DefaultTheme.SidebarItem {
  return {
    text: title,
    ...(path !== undefined && { link: `/reference/${path.replace(/\.md$/, '')}` }),
    ...(children !== undefined && { items: children.map(itemOf), collapsed: true }),
  };
}
