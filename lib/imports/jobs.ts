export const importJobs = {};
