import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { routes } from './routes.js';
import { components, refOf } from './schemas.js';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** The OpenAPI 3.1 document of the routes, with the shapes of their answers by reference. */
export function openApiDocument(app: OpenAPIHono, version: string): Document {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      description: 'Reads news reports and gives incident records, with the words that every value rests on.',
    },
    servers: [{ url: '/' }],
  });
  for (const { path, method, responses } of routes) {
    const written = document.paths?.[path]?.[method]?.responses ?? {};
    for (const [status, response] of Object.entries(responses))
      referTo(written[status]?.content, response.content);
  }
  return { ...document, components: { schemas: components() as never } };
}

type Content = Record<string, { schema?: unknown }>;

function referTo(written: Content = {}, content: Record<string, { schema: z.ZodType } | undefined>): void {
  for (const [type, media] of Object.entries(content)) {
    const reference = media && refOf(media.schema);
    const target = written[type];
    if (reference && target) target.schema = reference;
  }
}
