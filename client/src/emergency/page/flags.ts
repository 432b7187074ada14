import { APART, type Flag } from '../../../../contract/emergencyNodes.ts';

/** One finding more or less; what it excludes goes. */
export const toggled = (flags: readonly Flag[], flag: Flag): Flag[] => {
  if (flags.includes(flag)) return flags.filter((one) => one !== flag);
  const against = APART.filter((pair) => pair.includes(flag)).flat();
  return [...flags.filter((one) => !against.includes(one)), flag];
};
