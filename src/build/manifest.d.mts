/** The custom elements manifest of the project in a folder, without what is private. */
export function manifest(root: string): Promise<unknown>;
