import { ParalignError } from '../../model/errors.ts';
import type { Embedder } from './embeddings.ts';

/** What is used of the package `@huggingface/transformers`. */
export interface TransformersModule {
  pipeline(
    task: 'feature-extraction',
    model: string,
    options?: Readonly<Record<string, unknown>>,
  ): Promise<FeatureExtractor>;
}

/** A pipeline that makes vectors. */
export type FeatureExtractor = (
  texts: string[],
  options: { readonly pooling: 'mean' | 'cls'; readonly normalize: boolean },
) => Promise<{ tolist(): unknown }>;

/** Which model embeds, and how. */
export interface TransformersOptions {
  /** A sentence embedding model for many languages, as ONNX. Default `Xenova/multilingual-e5-small`. */
  readonly model?: string;
  /** What the model wants before each text. Default `query: ` for models of the E5 family, else nothing. */
  readonly prefix?: string;
  /** How the vectors of tokens become one: see the model's card. Default `mean`. */
  readonly pooling?: 'mean' | 'cls';
  /** Options of the pipeline, such as `{ dtype: 'q8', device: 'webgpu' }`. */
  readonly pipeline?: Readonly<Record<string, unknown>>;
  /**
   * How the package is loaded. Default: by its name, which Node.js finds. Bundlers for browsers need to see it in the
   * application's own code: `() => import('@huggingface/transformers')`.
   */
  readonly load?: () => Promise<unknown>;
}

const PACKAGE = '@huggingface/transformers';
const MODEL = 'Xenova/multilingual-e5-small';

/**
 * An embedder that runs a model with the package `@huggingface/transformers`, which has to be installed beside this one. The
 * model is downloaded when the first text is embedded, and kept.
 *
 * ```ts
 * const embeddings = await embeddingEvidence(transformersEmbedder(), source, target);
 * ```
 *
 * @returns an embedder that throws `embedder-missing` where the package is not installed.
 */
export function transformersEmbedder(options: TransformersOptions = {}): Embedder {
  const { model = MODEL, pooling = 'mean', load = loadPackage } = options;
  const prefix = options.prefix ?? (/(?:^|[/-])e5(?:-|$)/i.test(model) ? 'query: ' : '');
  let extractor: Promise<FeatureExtractor> | undefined;
  return async (texts) => {
    extractor ??= createExtractor(load, model, options.pipeline);
    // A download that failed is tried again with the next texts.
    extractor.catch(() => (extractor = undefined));
    const extract = await extractor;
    const tensor = await extract(
      texts.map((text) => prefix + text),
      { pooling, normalize: true },
    );
    return tensor.tolist() as number[][];
  };
}

async function createExtractor(
  load: () => Promise<unknown>,
  model: string,
  options: Readonly<Record<string, unknown>> | undefined,
): Promise<FeatureExtractor> {
  let module: TransformersModule;
  try {
    module = (await load()) as TransformersModule;
  } catch (error) {
    throw new ParalignError('embedder-missing', { package: PACKAGE }, { cause: error });
  }
  return module.pipeline('feature-extraction', model, options);
}

function loadPackage(): Promise<unknown> {
  // Not as a literal: bundlers would want the package of every application, also of those that do without it.
  const name = PACKAGE;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ name);
}
