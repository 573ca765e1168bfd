export { type AppOptions, createApp } from './app.js';
export { ListenError, type ServeOptions, type Service, serve, serveHouse } from './serve.js';
