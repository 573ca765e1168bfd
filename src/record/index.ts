export * from './claim.js';
export * from './codebook.js';
export * from './edtf.js';
export * from './incident.js';
export * from './kept.js';
export * from './reading.js';
export * from './report.js';
export * from './span.js';
