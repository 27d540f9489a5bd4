/** The API reference as Markdown, for the project in a folder. */
export function apiDocs(root: string): Promise<string>;
