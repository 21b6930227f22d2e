/** A command of the Azure CLI as its reference page shows it. */
export interface AzureCliCommand {
  /** `az acr update` */
  readonly command: string;
  /** Long names with dashes. `--subscription` is global: every reference page lists it. */
  readonly flags: readonly string[];
  readonly page: string;
}
