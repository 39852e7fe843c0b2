declare module 'virtual:warna.css';
