/**
 * Words that may stand before a call without making it anything else, in all languages. A call in one line is believed
 * only when nothing else stands before its side: what denies a call ("too late for this one", "my student took") is an
 * open class, what introduces one is not.
 */
export const fillers: readonly string[] = [
  // English
  'we are is am going let lets s us guys team here the a an with and at for on our this that new trade trades signal signals setup set up alert alerts call idea entry first good luck please usd free vip forex crypto fx gold scalp scalping swing day intraday time frame tf today todays daily session london york asian asia europe high medium quality live room trading trader channel official pro premium gm morning hello hi hey dear friends family everyone all members take taking place placing enter entering open opening add adding start want it in quick fast short term mid long confirmed fresh another next one more price action position side hot breaking special exclusive spot futures future perp perpetual margin coin token pair update order orders executed opened active go ready steady m h min lets get hit it now from you can pending pend',
  // Spanish
  'hola equipo amigos señal senal nueva nuevo la el los las una un con para por en de del hoy operacion operativa entrada vamos abrimos entramos buenos dias tardes buenas aqui tenemos oportunidad idea gratis familia traders trading activo abierta abrir ahora otra siguiente muchachos chicos gente sesion intradia',
  // German
  'hallo leute team neues neuer neue signal trade setup der die das ein eine einen im in den dem mit für fur heute hier wir gehen ich gehe guten morgen idee kostenlos position eröffnen eroffnen nächster nachster trader freunde zusammen jetzt order einstieg tages handel',
  // Russian
  'всем привет команда сигнал новый новая сделка сделку идея торговая по на в из от с для сегодня друзья открываем открываю позицию позиция заходим берем здесь бесплатный вип канал доброе утро добрый день трейдеры следующий следующая ещё еще одна один вот наш наша скальп интрадей ставим отложка спот фьючерс',
  // Portuguese
  'olá ola pessoal galera equipe sinal novo nova operação operacao entrada a o os as um uma com para por em de do da hoje vamos abrimos entrando abrindo bom dia boa tarde temos ideia grátis gratis família familia traders trading ativa aqui próximo proximo mais agora abrir tem',
  // French
  'bonjour salut équipe equipe signal nouveau nouvelle le la les un une des du de avec pour en sur au aujourd hui on ouvre nous ouvrons entrons voici opportunité opportunite idée idee gratuit trader traders trading position ordre je j prochain prochaine c est parti amis',
  // Arabic
  'السلام عليكم صباح الخير مساء توصية جديدة توصيه جديده اشارة إشارة صفقة صفقه على في من الى إلى مع اليوم فريق شباب نفتح ندخل هنا مجانية مجانيه القناة فرصة فرصه يا اخوان أخوان بسم الله تداول فوركس',
  // Turkish
  'merhaba selam arkadaşlar ekip sinyal sinyali yeni işlem bugün bugun için icin ile bir ve burada açıyoruz giriyoruz işleme giriş günaydın fırsat ücretsiz vip kanal dostlar sıradaki den dan de da işlemi emri emir pozisyon',
].flatMap((line) => line.split(' '));

/** Further words that a heading may be made of and stay one: whom it greets, what it begins, what a channel calls itself. */
export const openers: readonly string[] = [
  // English
  'see nice great good okay ok alright let us begin start starting started continue continuing keep going move moving jump jumping back again members member subscribers followers fam family folks boys gang people afternoon evening night weekend week month monday tuesday wednesday thursday friday copy follow opportunity chance play pick shot round number time time here comes enjoy probability quality risk use small lots sized size simple clean easy perfect beautiful academy club group community hub capital fx signals traders scalpers hour hours chart technical breakout reversal retest bounce pullback intraday swing unlocked free bonus extra official level zone trading room desk re',
  // Spanish
  've veo bonita buena gran gente comunidad miembros suscriptores empezamos empezar comenzamos comenzar seguimos continuamos esta este esto siguiente día dia semana lunes martes miércoles jueves viernes noches copien copiar sigan seguir sesión londres nueva york asia primera segunda tercera rápida rapida límite desbloqueada disponible listos equipo academia club grupo arrancamos toca va vamos señales traders',
  // German
  'weiter geht gehts s mit diesem dieser dieses dem den nächste nachste los los s starten beginnen beginnt mitglieder leute abend zusammen woche tag montag dienstag mittwoch donnerstag freitag zweites zweiter zweite drittes drittes schnelles schneller kleines schön schöne schönes gelegenheit chance akademie club gruppe sitzung london auf geht es kopieren mitmachen und legen machen sehe folgt',
  // Russian
  'поехали начинаем начнем начнём начали продолжаем продолжим участников участники подписчиков подписчики всех все ребята коллеги господа вечер день дня недели неделю понедельник вторник среда четверг пятница эта этот эту это хорошая хороший отличная отличный возможность вижу пробуем академия клуб группа сессия лондон быстрый быстрая второй вторая третий третья копируем повторяем погнали вперёд вперед давайте',
  // Portuguese
  'bora nessa nesse nesta neste essa esse esta começar comecar começamos comecamos continuar continuamos membros inscritos time turma gente semana segunda terça quarta quinta sexta noite tarde vejo bela boa ótima otima oportunidade chance copiem copiar sigam seguir sessão londres rápida rapida primeiro segundo terceiro academia clube grupo partiu vamos liberado dia',
  // French
  'commence commençons commencons commencer continue continuons allons celui ci celle avec l équipe membres abonnés abonnes amis tous jour semaine lundi mardi mercredi jeudi vendredi soirée soir belle bonne vois opportunité suivant suivante deuxième troisième premier première rapide copiez suivez session londres asie académie club groupe communauté débloqué et',
  // Arabic
  'يلا نبدأ نبدا نكمل نستمر هيا أعضاء اعضاء الأعضاء الاعضاء لجميع جميع متابعين المتابعين الكل كلكم مساء النور خير اليوم يوم الأسبوع الاسبوع الأولى الاولى الثانية الثالثة التالية القادمة التوصية التوصيه الصفقة الصفقه هذه هذا أرى ارى جميلة ممتازة قوية سريعة جلسة لندن نيويورك آسيا اكاديمية أكاديمية نادي جروب مجتمع شدوا توكلنا',
  // Turkish
  'hadi başlayalım başlıyoruz başlayalim baslayalim devam edelim ediyoruz üyeler üyelerimiz uyeler tüm herkes herkese için arkadaşlar dostlar günün gunun haftanın akşamlar iyi günler pazartesi salı çarşamba perşembe cuma bu bunu buna ikinci üçüncü ilk sinyal sinyali sinyalleri güzel hızlı fırsat fırsatı görüyorum kopyalayın takip seans londra altınla akademi kulüp grup ekibi gelsin buyurun',
].flatMap((line) => line.split(' '));
