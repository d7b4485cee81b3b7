import type { Vocabulary } from './concept.ts';

export const turkish: Vocabulary = {
  buy: 'alım|alın|alınız|alış|alıyoruz|alalım|uzun|uzun pozisyon|alım yapın|alım emri|alış emri|satın al|satın alın|satın alıyoruz|long açıyoruz|long açın|long işlem|alım işlemi|alış işlemi|alım yönlü',
  sell: 'satım|satın artık|satış|satıyoruz|satalım|kısa pozisyon|satış yapın|satış emri|short açıyoruz|short açın|short işlem|satış işlemi|satım emri|açığa satış|satış yönlü',
  bullish: 'yükseliş|boğa|yukarı yönlü',
  bearish: 'düşüş|ayı|aşağı yönlü',
  limit: 'limitli|bekleyen|limit emir|limit emri|limitten|bekleyen emir|bekleyen satış|bekleyen alış',
  stopLoss:
    'zarar kes|zararı durdur|zarar durdur|zarar durdurma|stop seviyesi|zarar kesme|zarar kes seviyesi|stop noktası|durdurma|zk|z k|stopumuz|stoploss seviyesi|stopları|stopu|stopunuzu|stoplarınızı|stoplar',
  takeProfit:
    'hedef|hedefler|hedefimiz|hedeflerimiz|kar al|kâr al|kar alma|kar alım|kâr alım|kar al seviyesi|hedef fiyat|ka|k a|kar hedefi|kazanç hedefi|çıkış|çıkış hedefi|hedef seviye',
  entry:
    'giriş|giriş fiyatı|giriş bölgesi|giriş aralığı|giriş seviyesi|alım bölgesi|satış bölgesi|alım aralığı|satış aralığı|bölge|fiyat|giriş noktası|alış fiyatı|satış fiyatı|seviyesinden|aralık|giriş yeri|alış bölgesi|açılış',
  market:
    'şimdi|hemen|şu an|piyasa|piyasadan|piyasa fiyatı|piyasa fiyatından|anlık|anlık fiyat|güncel fiyat|mevcut fiyat|direkt|şu anki fiyat|market emri|marketten|piyasa emri',
  dca: 'ekleme|ekleme yeri|ortalama|kademe|kademeli|ekleme bölgesi|kademeli alım',
  more: 'ikinci giriş|ek giriş|tekrar giriş',
  open: 'açık|serbest|taşı',
  leverage: 'kaldıraç|kaldıraçlı|kaldirac',
  risk: 'risk|risk oranı|sermaye|kasa|kasanın|bakiye|bakiyenin',
  lot: 'lot|hacim',
  pips: 'pip|puan|piplik',
  number: 'sinyal no|işlem no|numara|rr oranı|başarı oranı|isabet',
  direction: 'yön|tür|işlem|pozisyon|emir|işlem tipi|emir tipi|işlem yönü|emir türü',
  pair: 'parite|coin|sembol|varlık|enstrüman|çift|döviz çifti|kripto',
  to: 'ile|kadar|ve',
  between: 'arası|arasında|arasından',
  at: 'seviyesinde|de|den|dan|seviyesi|da',
  candle: 'mum|mum kapanışı|kapanış|altında kapanış|üzerinde kapanış|üstünde kapanış',
  above: 'üzerinde|üstünde|üzeri',
  below: 'altında|altı',
  or: 'veya|ya da',
  update: 'güncelleme|düzeltme|hatırlatma|dikkat|işlem yönetimi|revize|revizyon',
  hit: 'geldi|ulaştı|vurdu|görüldü|gerçekleşti|tamamlandı|tamam|alındı|ulaşıldı|aldık hedefi|oldu|çalıştı|yakalandı|cebe|cepte|dokundu|hedefe ulaştı|patladı',
  close:
    'kapat|kapatın|kapatıyoruz|kapatalım|kapatınız|çık|çıkın|çıkıyoruz|çıkalım|hepsini kapatın|tümünü kapatın|işlemi kapatın|işlemi kapatıyoruz|pozisyonu kapatın|kapatabilirsiniz|karınızı alın|kar alın|kârı alın|karı alın|kârınızı alın|zararı kesin|manuel kapatın|kapatıyorum',
  closed: 'kapandı|kapatıldı|kapattık|kapatılmış|kapattım|kapanmış|çıktık|işlem kapandı|çıktım',
  move: 'taşıyın|taşıyoruz|taşıyalım|çekin|çekiyoruz|çek|çekelim|alıyoruz stopu|yükseltin|yükseltiyoruz|düşürün|düşürüyoruz|değiştirin|değiştiriyoruz|güncelleyin|güncelliyoruz|güncellendi|ayarlayın|getirin|getiriyoruz|koyun|koyuyoruz|revize ediyoruz|sürükleyin|taşındı|çekildi|çektik|indirin|değişti|taşıyabilirsiniz|çekebilirsiniz|kaydırın|yükselt|yükseltelim|yukarı çekin|yukarı çekiyoruz|yukarı alın|yukarı taşıyın|kaydır|güncelle|düşür',
  breakeven:
    'başabaş|başa baş|başabaşa|giriş seviyesine|girişe|maliyete|maliyet|risksiz|be|giriş fiyatına|breakeven|sıfıra|giriş noktasına|maliyetine',
  cancel:
    'iptal|iptal edin|iptal ediyoruz|iptal edildi|silin|siliyoruz|silindi|kaldırın|kaldırıyoruz|geçersiz|dikkate almayın|geçerli değil|artık geçerli değil|yok sayın|vazgeçin|vazgeçiyoruz|iptaldir|göz ardı edin|silin|unutun|süresi doldu|süresi dolmuş',
  part: 'kısmi|kısmen|bir kısmını|bir kısmı|bir miktar|kısmını|üçte birini|parça|çeyreğini|bir bölümünü',
  half: 'yarısı|yarısını|yarım|yarı|yarıyı',
  all: 'hepsi|tümü|tamamı|tamamını|hepsini|tümünü|tüm|kalanı|kalan|bütün',
  newLevel: 'yeni|artık',
  ordinal: 'ilk|birinci|ikinci|üçüncü|dördüncü|son|1 hedef|2 hedef',
  secure: 'garantiye|garantiye alın|koruyun|koruma|cebe koyun',
  stoppedOut:
    'stop oldu|stop olduk|stop patladı|stoplandı|stoplandık|stopa gitti|stop yedik|stop oldum|stop a takıldı|zarar kes çalıştı|sl oldu|stop çalıştı|tam stop',
  result:
    'kazanç|kar|kâr|karda|kârda|karla|sonuç|sonuçlar|özet|kazandık|kazandırdı|zarar|zararda|tebrikler|hayırlı|haftalık|aylık|performans|toplam|rapor|bilanço|artıda|ekside|gidiyor|uçuyor|kazandınız|kazananlar|kapanan|net|bu ay|şimdiye kadar|ayın',
  past: 'aldık|sattık|aldım|sattım|dün|geçen hafta|geçen ay|önceki|girdik|girdim|açtık|açtım|bu sabah|paylaştık|verdik|vermiştik|paylaşmıştık|idi|vardı|olmuştu|attık|çıktı|kapattı|dünkü|paylaştı|paylaşmış|gönderildi|gönderdik|bitti|bitiren|sonuçlandı|yaşandı|patlatan|eski',
  hypothetical:
    'eğer|olabilir|belki|ise|muhtemel|muhtemelen|bekliyoruz|bekliyorum|bekleyin|bekle|bekleyelim|beklenti|beklentim|beklenebilir|izliyoruz|izliyorum|takip ediyoruz|senaryo|senaryolar|potansiyel|olası|düşünüyorum|düşünülebilir|planlıyoruz|alabiliriz|satabiliriz|alınabilir|satılabilir|ihtimal|alırdım|satardım|kırılırsa|gelirse|geçerse|olursa|kırarsa|inerse|çıkarsa|düşerse|tutarsa|tutunursa|isterim|bakıyorum|takipteyiz|tahmin|denenebilir|gidebilir|görebiliriz|alacağız|satacağız|açacağız|açmayı|öngörü|sarkarsa|kalırsa|sürerse|değerlendirilebilir',
  condition: 'gelince|ulaşınca|geldiğinde|ulaştığında|olduğunda|sonrası|görünce|vurunca|her seferinde|geldikten|sonra',
  prepare:
    'hazırlanın|hazır olun|hazır|birazdan|yakında|az sonra|birkaç dakika içinde|sıradaki sinyal|takipte kalın|yarın|bu akşam|gelecek hafta|az kaldı|geliyor|hazırlık',
  not: 'değil|yok|asla|almayın|satmayın|girmeyin|kaçının|olmadan|hiç|sakın|yapmayın|açmayın|etmeyin|hiçbir|neredeyse',
  asking:
    'kim|ne|neden|niye|nasıl|kaç|hangi|mi|mı|mu|mü|miyim|mıyım|mıyız|miyiz|acaba|soru|nerede|var mı|alınır mı|satılır mı|sizce|girilir mi|ne zaman|yorumlar|görüşler|fikri',
  example:
    'örnek|örneğin|mesela|ders|kurs|eğitim|öğren|öğrenin|kural|kurallar|anlamına|demektir|yeni başlayanlar|rehber|açıklama|psikoloji|hata|hatalar|nedir|denir|terim|sözlük|örneği|örnektir|örnekte|kötü sinyal|demo|ödev|ödevi|ekran görüntüsü|alıştırma|simülasyon|taslak|şablon|bilmece|formatı|terimler|test sinyali|deneme sinyali|test mesajı|deneme mesajı|her zaman kapatırız|daima',
  self: 'ben|benim|bende|bana',
  talk: 'haber|haberler|analiz|veri|veriler|enflasyon|merkez bankası|tcmb|fed|faiz|analistler|yatırımcılar|piyasalar|seans|katılın|abone|abonelik|indirim|kampanya|teklif|vip|premium|ömür boyu|iletişim|kayıt ol|kayıt|para yatırma|yatırım|çekim|bonus|broker|hesap|yorum|anket|oylama|takvim|etkinlik|çekiliş|direnç|destek|volatilite|hisse|borsa|ons|varil|işsizlik|gsyh|yatay|konsolidasyon|trend|grafik|görünüm|ekonomistler|kontenjan|uzmanlar|alıcılar|satıcılar|teknik|yükseldi|değer kaybetti|tetiklendi|önce|aktif oldu|değer kazandı|düştü|arttı|azaldı|geriledi|geçen',
  plain:
    'alım satım|al sat|alım veya satım|alış satış|alım ya da satım|alıcı|satıcı|alıcılar|satıcılar|alım gücü|satış baskısı|alım baskısı|satış dalgası|uzun vadeli|kısa vadeli|uzun vade|kısa vade|uzun vadede|kısa vadede|uzun süre|uzun zaman|uzun süredir|kısa süre|kısa sürede|kısa süreli|orta vadeli|orta vade|piyasa açılışı|piyasa kapanışı|piyasalar|piyasada|piyasa değeri|hisse piyasası|günlük kapanış|haftalık kapanış|altın fiyatı|fiyatı|fiyatlar|fiyatları|petrol fiyatı|giriş ücretsiz|ücretsiz giriş|risk yönetimi|yüksek risk|düşük risk|risk size aittir|hedefimiz bu|tüm üyeler|yeni hafta|yeni yıl|yeni üyeler|ilk kez|ilk defa|en son|son dakika|son durum|kar zarar|kar payı|yatırım tavsiyesi değildir|açık pozisyon|açık piyasa|ne var ne yok|günaydın|iyi günler|yatırım tavsiyesi değil|hadi başlayalım|devam edelim|başlıyoruz',
  hold: 'tutun|tutuyoruz|tutmaya devam|devam ediyoruz|devam|elde tutun|bekletin',
  stays: 'kalıyor|aynı|değişmedi|hâlâ|hala|duruyor',
  disclaimed:
    'sinyal değildir|sinyal değil|sadece örnek|örnektir|nasıl okunur|açık pozisyonlar|açık işlemler|geçmiş sinyaller|geçmiş işlemler|tavsiye ediyor|öneriyor|göre|kaçırdık|kaçırdım|olurdu|başka kanal|diğer kanal|şu kanala|dolandırıcı|bugünkü işlemler|kişisel plan|için geç|öğrencim|kanal kuralları|tahmin edin|bizim değil|kaçıranlar|hatıra|alsaydık|satsaydık|girseydik',
  introduced: 'işte|yeni sinyal|yeni işlem|sıradaki işlem|ilk işlem',
  missed: 'bizsiz|biz uyurken|siz uyurken|bunu gönderen',
  takePart: 'kâr realizasyonu|realize edin|kısmi kar|kar realize',
  takeHalf: 'yarısı çıktı|yarısını alın|yarısını kapatın',
  except: 'hariç|dışında',
};
