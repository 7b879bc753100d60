export const ciSystems: readonly ['github', 'gitlab'] = ['github', 'gitlab'];
export type CiSystem = (typeof ciSystems)[number];
