import type { Vocabulary } from './concept.ts';

export const german: Vocabulary = {
  buy: 'kaufen|kauf|kaufe|kauft|kauforder|kaufsignal|wir kaufen|einkaufen|long gehen|long einsteigen|longposition|long position|nachkaufen jetzt|kaufs|longen',
  sell: 'verkaufen|verkauf|verkaufe|verkauft jetzt|verkaufsorder|verkaufssignal|wir verkaufen|short gehen|short einsteigen|shortposition|short position|leerverkauf|verkaufs|shorten|shorte',
  bullish: 'bullisch|steigend|aufwärts',
  bearish: 'bärisch|fallend|abwärts',
  limit: 'limitorder|limit order|pending order|schwebende order',
  stopLoss:
    'verlustbegrenzung|stopp|stoppkurs|stopkurs|stoppverlust|stop kurs|stopp loss|stopploss|stopmarke|stoppmarke|verluststopp|absicherung|sicherungsstopp|stop-loss',
  takeProfit:
    'ziel|ziele|kursziel|kursziele|gewinnmitnahme|gewinnziel|gewinnziele|gewinnmitnahmen|zielkurs|zielzone|ausstieg|zielmarke|zielmarken|erstes ziel|zweites ziel|drittes ziel|kz',
  entry:
    'einstieg|einstiege|einstiegskurs|einstiegszone|einstiegsbereich|eingang|einstiegspreis|kaufzone|verkaufszone|kaufbereich|verkaufsbereich|kurs|zone|bereich|eröffnung|einstieg bei|kaufkurs|verkaufskurs|preis|einstiegslevel|einstiegsmarke|kaufen zwischen|verkaufen zwischen',
  market:
    'jetzt|sofort|zum markt|am markt|marktpreis|aktueller kurs|aktuellen kurs|zum marktpreis|market|direkt|gleich jetzt|ab sofort|zum aktuellen kurs|markt|aktuell',
  dca: 'nachkauf|nachkaufen|nachkaufzone|verbilligen|nachlegen',
  more: 'zweiter einstieg|weiterer einstieg|mehr kaufen|mehr verkaufen',
  open: 'offen|laufen lassen|open end',
  leverage: 'hebel|hebelwirkung',
  risk: 'risiko|einsatz|risiko pro trade|kapitaleinsatz|positionsgröße|kontorisiko',
  lot: 'lot|lots|lotgröße|volumen|stück',
  pips: 'punkte|punkt|punkten',
  number: 'signal nr|nummer|trade nr|crv|chance risiko|trefferquote|nr',
  direction: 'richtung|art|typ|position|orderart|ordertyp|auftrag|seite|order',
  pair: 'paar|währungspaar|symbol|wert|basiswert|coin|instrument|währung',
  to: 'bis|und|dann|danach|anschließend',
  between: 'zwischen|bei|um',
  at: 'bei|auf|um|ist|liegt bei|@',
  candle: 'kerze|kerzenschluss|schlusskurs|tagesschluss|schlusskurs unter|schlusskurs über|schluss unter|schluss über',
  above: 'über|oberhalb',
  below: 'unter|unterhalb',
  or: 'oder',
  update: 'update|aktualisierung|korrektur|hinweis|achtung|anpassung|änderung|trademanagement',
  hit: 'erreicht|getroffen|abgeholt|geknackt|erledigt|gefallen|abgearbeitet|eingetütet|geholt|im sack|durch|mitgenommen|abgegriffen|abgeräumt',
  close:
    'schließen|schliessen|schließt|schliesst|schließe|glattstellen|aussteigen|steigt aus|raus|alles raus|alles schließen|position schließen|trade schließen|gewinne mitnehmen|gewinn mitnehmen|nehmt gewinne mit|gewinne sichern|rausgehen|auflösen|bitte schließen|verlust begrenzen|verkauft die|jetzt raus|mache ich zu|machen zu|machen hier zu|wir machen zu|mache zu',
  closed:
    'geschlossen|glattgestellt|ausgestiegen|beendet|wurde geschlossen|manuell geschlossen|habe ich geschlossen|habe geschlossen',
  move: 'ziehen|zieht|ziehe|nachziehen|setzen|setzt|setze|verschieben|verschiebt|verschiebe|anpassen|passt|passen|ändern|ändert|legen|legt|hochziehen|runterziehen|nachgezogen|gezogen|gesetzt|verschoben|angepasst|senken|anheben|enger|stellen|stellt|nachgezogen auf|hochgezogen|enger gezogen|verkürzt|nachgesetzt',
  breakeven:
    'einstand|auf einstand|einstandskurs|auf einstieg|auf den einstieg|risikofrei|risikolos|breakeven|break even|be|kostendeckend|auf entry|null',
  cancel:
    'stornieren|storniert|storniere|löschen|löscht|gelöscht|streichen|gestrichen|ungültig|nicht mehr gültig|hinfällig|ignorieren|ignoriert|verwerfen|entfernen|entfernt|abbrechen|zurückziehen|order raus|obsolet|vergesst|vergiss|abgelaufen|veraltet',
  part: 'teil|teilweise|einen teil|teilgewinn|teilgewinne|teilverkauf|teilschließung|teile|ein drittel|drittel|viertel|etwas|paar',
  half: 'hälfte|die hälfte|halbe|halbieren|halb',
  all: 'alles|alle|komplett|ganz|vollständig|gesamte|restliche|den rest|rest|beide',
  newLevel: 'neuer|neues|neue|neuen|geändert auf|statt',
  ordinal:
    'erstes|erste|zweites|zweite|drittes|dritte|viertes|letztes|letzte|erster|zweiter|dritter|vierter|finales|letzter',
  secure: 'sichern|sichert|absichern|sichert euch',
  stoppedOut:
    'ausgestoppt|stop ausgelöst|stopp ausgelöst|stop erreicht|sl erreicht|gestoppt|stop loss erreicht|stop wurde ausgelöst|sl ausgelöst|sl gerissen|stop gerissen|voller sl|stop loss ausgelöst|voller stop',
  result:
    'gewinn|gewinne|im plus|im gewinn|plus|ergebnis|ergebnisse|performance|bilanz|rückblick|zusammenfassung|verlust|verluste|läuft|laufen|glückwunsch|gratulation|rendite|woche|wochenbilanz|monat|trefferquote|verdient|profit|erfolg|gesamt|stark gelaufen|unterwegs|vorne|gewinner|verlierer|diesen monat|bisher|des monats',
  past: 'gekauft|verkauft|gestern|letzte woche|letzten monat|vorhin|früher|war|waren|hatte|hatten|eingestiegen|eröffnet|heute früh|heute morgen|vergangene|vergangenen|zuvor|gab|haben wir|habe ich|wurde|wurden|gepostet|postete|gesendet|verschickt|lief|endete|ausging|zerstört|passierte|erhielt|bekam|alter|altes',
  hypothetical:
    'wenn|falls|könnte|könnten|würde|würden|vielleicht|eventuell|möglich|möglicherweise|möglicher|mögliche|wahrscheinlich|sollte|sollten|warten|warte|wartet|abwarten|beobachten|beobachte|planen|plane|szenario|szenarien|potenzial|erwarten|erwarte|erwartet|vermutlich|hoffen|denke|ich denke|glaube|bräuchte|wäre|suche|suchen|interessant|denkbar|dürfte|dürften|sofern|unter umständen|kann man|können wir|prognose|will|wollen|auf der lauer|bei bruch|werde|werden|überlege|überlegen',
  condition: 'nach|sobald|nachdem|bei erreichen|bevor|erst wenn',
  prepare:
    'bereit machen|macht euch bereit|bereit|gleich|in kürze|demnächst|bald|kommt gleich|in wenigen minuten|vorbereiten|morgen|heute abend|später|nächste woche|aufgepasst|haltet euch bereit|folgt',
  not: 'nicht|kein|keine|keinen|niemals|nie|ohne|vermeiden|nichts|weder|noch nicht|fast',
  asking:
    'wer|was|warum|wieso|weshalb|wie|wieviel|wie viel|welche|welcher|welches|soll ich|kann ich|darf ich|sollen wir|jemand|hat jemand|habt ihr|frage|eine frage|meint ihr|was meint|wo|wann|ist das|meinungen|meinung',
  example:
    'beispiel|zum beispiel|z b|beispielsweise|lektion|kurs buchen|lernen|lernt|erklärung|erklärt|bedeutet|anleitung|regel|regeln|grundlagen|anfänger|so sieht|heißt|übung|psychologie|fehler|merksatz|definition|lehrgang|schulung|sieht ein|schlechtes signal|demo|hausaufgabe|hausaufgaben|bildschirmfoto|rückschau|probe|testnachricht|testsignal|glossar|wörterbuch|vokabeln|theorie|platzhalter|muster|rätsel|aufgabe|immer die hälfte|schließen wir immer|wir immer',
  self: 'ich|mein|meine|meinen|bin|hab|habe',
  talk: 'nachrichten|analyse|analysten|zinsentscheid|inflation|ezb|fed|notenbank|daten|arbeitsmarkt|arbeitsmarktdaten|anleger|investoren|börse|aktien|aktie|dax-werte|beitreten|abo|rabatt|angebot|vip|premium|lebenslang|kontakt|anmelden|einzahlung|einzahlen|auszahlung|bonus|broker|konto|umfrage|abstimmung|kalender|termin|webinar|gewinnspiel|widerstand|unterstützung|volatilität|unze|barrel|seitwärts|trendlinie|ausbruch|rücksetzer|erholung|konsolidierung|chart|ausblick|wirtschaft|bip|zinsen|händler|experten|mitglied werden|plätze|sank|kam|notierte|ausgelöst|gestiegen|stieg|legte|ging|seit|fiel|aktiviert|schloss',
  plain:
    'kurzfristig|langfristig|mittelfristig|käufer|verkäufer|kaufdruck|verkaufsdruck|kaufkraft|kaufen oder verkaufen|kauf oder verkauf|kauf und verkauf|long oder short|ausverkauf|schlussverkauf|kaufempfehlung|verkaufsempfehlung|im verkauf|der markt|den markt|dem markt|märkte|aktienmarkt|arbeitsmarkt|marktbericht|markteröffnung|marktschluss|am ziel|zum ziel|ziel ist es|unser ziel|das ziel|mein ziel|kurs gold|im kurs|online kurs|der kurs|den kurs|dem kurs|preis von|der preis|den preis|preise|kein einstieg|der bereich|im bereich|diesem bereich|auf eigenes risiko|hohes risiko|geringes risiko|risikohinweis|risikomanagement|noch offen|börse offen|fenster offen|teil der|teil des|teil von|zum teil|teil unserer|alles gute|alles klar|vor allem|alle mitglieder|auf jeden fall|neue woche|neues jahr|neue mitglieder|erste mal|schönes wochenende|stop and go|guten morgen|guten tag|keine anlageberatung|wie geschmiert|nicht gierig werden|wie immer|wie gesagt|wie besprochen|weiter geht s|los geht s|auf geht s',
  hold: 'halten|haltet|gehalten|weiter halten|wir halten|bleiben drin|drin bleiben',
  stays: 'bleibt|bleiben|unverändert|weiterhin|wie gehabt',
  disclaimed:
    'kein signal|nur ein beispiel|als beispiel|so liest|wie man|offene positionen|laufende trades|historie|empfiehlt|empfahl|laut|verpasst|wären|wäre gewesen|hätte|hätten|anderen kanal|anderer kanal|betrug|trades heute|heutige trades|persönlicher plan|lest ihr|liest man|zu spät|meine schülerin|mein schüler|für alle die fragen|das kam um|kanalregeln|ratet|ratet mal|nicht von uns|zur erinnerung an|nichts zu tun|hätten wir|hätte bei',
  introduced: 'hier ist|hier kommt|neues signal|neuer trade|nächster trade|nächstes signal|erster trade',
  missed: 'ohne uns|als wir schliefen|während wir schliefen|während ihr schlieft|das kam vom|das schickte|das war der',
  from: 'von',
  takePart: 'teilgewinne mitnehmen|teilgewinn mitnehmen|mitnehmen|nehmt mit|teilgewinne sichern',
  takeHalf: 'hälfte raus|hälfte mitnehmen|die hälfte raus',
  except: 'außer|bis auf',
};
