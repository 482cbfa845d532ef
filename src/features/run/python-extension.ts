import { extensions, type Uri } from 'vscode';

/** The part of the Python extension's published interface that is used here. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<
      | {
          readonly executable: { readonly uri?: Uri };
        }
      | undefined
    >;
  };
}

/** The interpreter that the learner selected in the Python extension; undefined without it or without a choice. */
export async function selectedInterpreter(resource: Uri): Promise<string | undefined> {
  try {
    const extension = extensions.getExtension<PythonExtension>('ms-python.python');
    const environments = (await extension?.activate())?.environments;
    if (environments === undefined) {
      return undefined;
    }
    const selected = environments.getActiveEnvironmentPath(resource);
    return (await environments.resolveEnvironment(selected))?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}
