/** For `applies.when` of a rule on the selected IP addresses of a workspace: true where there are some. */
export function areSelected({
  selectedAddresses,
}: {
  readonly selectedAddresses: readonly string[] | null;
}): true | string {
  return (selectedAddresses !== null && selectedAddresses.length > 0) || 'No IP address is selected.';
}
