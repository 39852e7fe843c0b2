// The portal's one style sheet. The desk takes the same list: sharing part of it would cut it in two for every page.
import 'virtual:warna.css';
import './styles/token.css';
import './styles/dasar.css';
import './styles/naskah.css';
import './styles/kepala.css';
import './styles/kaki.css';
import './styles/bagian.css';
import './styles/kartu.css';
import './styles/beranda.css';
import './styles/hak.css';
import './styles/artikel.css';
import './styles/lembar.css';
import './styles/informasi.css';
import './styles/ppid.css';
import './styles/sop.css';
import './styles/cetak.css';
