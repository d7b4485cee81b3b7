/** Stands where the form library would like the validator that compiles code. Nothing of the dashboard calls it. */
export default undefined;
