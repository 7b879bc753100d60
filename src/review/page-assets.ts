/// <reference path="./assets.d.ts" />
import { hash as scriptHash, text as script } from './page/main.ts?asset';
import { hash as styleHash, text as style } from './page/style.css?asset';
import type { PageAssets } from './view/page-html.ts';

/** The page's script and style. Long: it is loaded when a page is made. */
export const pageAssets: PageAssets = { script, scriptHash, style, styleHash };
