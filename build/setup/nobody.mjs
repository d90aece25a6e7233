/**
 * The environment of a simulated proxy: with a home of its own it is not taken for a proxy that uses this user's login,
 * which it claims to have.
 */
export const NOBODY = { ...process.env, HOME: '/nonexistent', USERPROFILE: 'C:\\nonexistent' };
