/** Stands where the form library would like the validator that compiles code. Nothing of the dashboard calls it. */
// biome-ignore lint/style/noDefaultExport: the module it stands for has one
export default undefined;
