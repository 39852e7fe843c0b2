// The portal's one style sheet. The desk takes the same list: sharing part of it would cut it in two for every page.
import 'virtual:warna.css';
import './styles/dasar.css';
import './styles/kerangka.css';
import './styles/berita.css';
import './styles/artikel.css';
import './styles/informasi.css';
import './styles/ppid.css';
import './styles/sop.css';
import './styles/cetak.css';
