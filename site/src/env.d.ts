/// <reference types="astro/client" />

declare module 'virtual:warna.css';
