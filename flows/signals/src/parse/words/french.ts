import type { Vocabulary } from './concept.ts';

export const french: Vocabulary = {
  buy: 'achat|acheter|achetez|achète|achetons|on achète|à l achat|ordre d achat|acheteur maintenant|position longue|long maintenant',
  sell: 'vente|vendre|vendez|vends|vendons|on vend|à la vente|ordre de vente|position courte|vendeur maintenant',
  bullish: 'haussier|haussière|hausse',
  bearish: 'baissier|baissière|baisse',
  limit: 'limite|limité|à cours limité|en attente|ordre en attente',
  stopLoss:
    'perte maximale|arrêt des pertes|stop de protection|arrêt de perte|stop suiveur à|seuil de perte|stop perte|limite de perte|ordre stop loss',
  takeProfit:
    'objectif|objectifs|prise de profit|prise de bénéfice|prise de bénéfices|prises de profit|cible|cibles|prendre profit|prise profit|sortie|sorties|prix cible|premier objectif|deuxième objectif|troisième objectif|prise de gain',
  entry:
    'entrée|entrées|entrer|prix d entrée|zone d entrée|zone d achat|zone de vente|point d entrée|prix|zone|niveau d entrée|entrez|plage|ouverture|acheter entre|vendre entre|fourchette',
  market:
    'maintenant|au marché|marché|prix du marché|prix actuel|immédiatement|tout de suite|immédiat|au prix du marché|cours actuel|ordre au marché|immédiate',
  dca: 'moyenner|renforcement|renforcer|rachat|renforcer à',
  more: 'deuxième entrée|seconde entrée|autre entrée',
  open: 'ouvert|ouverte|laisser courir|libre',
  leverage: 'levier|effet de levier',
  risk: 'risque|risque par trade|du capital|capital',
  lot: 'lot|lots|volume|taille de lot',
  pips: 'pips|points|point',
  number: 'signal n|numéro|ratio|taux de réussite|risque rendement',
  direction: 'sens|type|position|ordre|direction|opération|type d ordre',
  pair: 'paire|actif|symbole|instrument|devise|crypto',
  to: 'à|jusqu à|et|jusque|puis|ensuite',
  between: 'entre|de|autour de|vers',
  at: 'à|sur|au|est|aux alentours de',
  candle: 'bougie|clôture de bougie|clôture|clôture sous|clôture au-dessus|clôture en dessous',
  above: 'au-dessus|au dessus|dessus de',
  below: 'en dessous|au-dessous|sous|dessous',
  or: 'ou',
  update: 'mise à jour|maj|correction|rappel|attention|gestion|modification|rectification|ajustement',
  hit: 'atteint|atteinte|atteints|atteintes|touché|touchée|touchés|validé|validée|validés|fait|réalisé|réalisée|encaissé|dans la poche|pris|prise|décroché|explosé|complété|passé|ok',
  close:
    'fermer|fermez|ferme|fermons|on ferme|clôturer|clôturez|clôturons|on clôture|cloturez|cloturer|sortez|sortir|on sort|tout fermer|fermez tout|fermer la position|fermez la position|fermez le trade|coupez|couper|on coupe|prenez vos profits|prenez vos gains|prenez les profits|encaissez|prendre les gains|prenez profit|coupez les pertes|soldez|solder|je ferme',
  closed:
    'fermé|fermée|fermés|clôturé|clôturée|clôturés|coupé|coupée|sorti|sortie manuelle|on a fermé|position fermée|trade fermé|sortis au|je sors|on est sortis|sortis à|clôturé en profit|clôturé en gain|fermé en profit',
  move: 'déplacer|déplacez|déplace|déplaçons|mettre|mettez|mets|on met|placer|placez|place|remonter|remontez|on remonte|monter|montez|descendre|descendez|baisser|baissez|ajuster|ajustez|ajustons|modifier|modifiez|changer|changez|ramener|ramenez|passer|passez|on passe|décaler|décalez|resserrer|resserrez|relever|relevez|bouger|bougez|déplacé|remonté|mis|ajusté|modifié|ramené|abaissé|abaissez|relevé|rapproché|rapprochez|serré|serrez',
  breakeven:
    'seuil de rentabilité|sans risque|à l entrée|break even|breakeven|be|à zéro|point mort|au prix d entrée|à prix d entrée|zéro risque',
  cancel:
    'annuler|annulez|annulé|annulée|annulons|on annule|supprimer|supprimez|supprimé|supprimée|ignorer|ignorez|retirer|retirez|invalidé|invalidée|invalide|n est plus valide|plus valable|plus d actualité|oubliez|abandonner|abandonné|supprimez-le|supprimez le|oublie|expiré|expirée|périmé|périmée',
  part: 'partiel|partielle|partiels|partiellement|une partie|partie|un tiers|tiers|un quart|un peu|partielles',
  half: 'moitié|la moitié|demi',
  all: 'tout|toutes|tous|totalité|la totalité|entièrement|totalement|le reste',
  newLevel: 'nouveau|nouvelle|nouvel|nouveaux|passe à|désormais à',
  ordinal: 'premier|première|deuxième|second|seconde|troisième|quatrième|dernier|dernière|1er|1ère|2ème|3ème|2e|3e',
  secure: 'sécuriser|sécurisez|sécurisons|on sécurise|protéger|protégez',
  stoppedOut:
    'stop touché|stoppé|stoppée|stop atteint|sl touché|sl atteint|sorti au stop|le stop a sauté|stop déclenché|stoppés|on s est fait stopper|sortis au stop|sorti au stop',
  result:
    'gain|gains|bénéfice|bénéfices|en profit|profit|profits|en gain|résultat|résultats|bilan|récapitulatif|récap|perte|pertes|félicitations|bravo|performance|hebdomadaire|mensuel|gagnant|gagnants|perdant|rendement|total|positif|en positif|en cours de|cartonné|semaine|gagnante|perdante|ce mois ci|jusqu ici|du mois',
  past: 'acheté|vendu|hier|la semaine dernière|le mois dernier|précédent|précédente|entré|ouvert hier|était|étaient|ce matin|passée|a clôturé|avait|donné|envoyé|publié|partagé|il y a|a atteint hier|avait atteint|posté|a posté|publié|avait posté|envoyé|envoyée|détruit|reçu|terminé|terminée|fini|s est passé|ancien|ancienne|vieux|vieille',
  hypothetical:
    'si|pourrait|pourraient|pourrions|peut-être|peut être|devrait|serait|possible|possibles|probable|probablement|attendre|attendons|attendez|j attends|on attend|surveiller|surveillons|surveillez|potentiel|potentielle|scénario|scénarios|éventuel|éventuelle|éventuellement|aimerais|pense|je pense|envisager|prévoyons|peut|peuvent|pouvons|cherche|cherchons|à condition|au cas où|intéressant|prévision|achèterais|vendrais|serais|hésite|va|vais|allons|souhaite|anticipe|anticipons|guette|crois|idéalement|il faudra|faudrait',
  condition: 'après|quand|lorsque|dès que|une fois|avant de|au moment|à chaque fois',
  prepare:
    'préparez-vous|préparez vous|soyez prêts|tenez-vous prêts|tenez vous prêts|bientôt|dans quelques minutes|prochain signal|arrive bientôt|arrive|demain|ce soir|plus tard|la semaine prochaine|restez connectés|restez attentifs|à venir|prêts',
  not: 'ne|pas|jamais|aucun|aucune|sans|évitez|éviter|ni|rien|plus de trade|n achetez|presque',
  asking:
    'quelqu un|qui|que pensez|quoi|quel|quelle|quels|quelles|pourquoi|comment|combien|dois-je|dois je|puis-je|puis je|est-ce|est ce|question|où|avez-vous|avez vous|peut-on|peut on|encore le temps|quand est ce|avis|vos avis',
  example:
    'exemple|par exemple|tutoriel|leçon|cours|apprendre|apprenez|guide|règle|règles|signifie|explication|formation|débutants|débutant|psychologie|erreur|erreurs|c est quand|définition|lexique|ressemble à|mauvais signal|démo|exercice|devoir|devoirs|capture|capture d écran|glossaire|dictionnaire|vocabulaire|fictif|fictive|modèle|énigme|message de test|signal de test|toujours fermer|on ferme toujours',
  self: 'je|j|mon|ma|mes|moi|suis',
  talk: 'actualités|actualité|nouvelles|analyse|données|inflation|bce|fed|banque centrale|taux|analystes|investisseurs|marchés|séance|rejoignez|abonnez|abonnement|réduction|offre|promotion|vip|premium|à vie|contactez|inscription|inscrivez|dépôt|déposez|retrait|bonus|courtier|compte|témoignage|sondage|vote|calendrier|événement|webinaire|concours|résistance|support|volatilité|actions|bourse|once|baril|chômage|pib|consolidation|latéral|structure|retracement|divergence|graphique|perspectives|places|économistes|tendance haussière|tendance baissière|a reculé|reculé|bondi|ai|avons|dernière|avant|progressé|activée|a grimpé|rejeté|déclenché|grimpé|a bondi|a chuté|chuté|rebondi|activé',
  plain:
    'court terme|long terme|moyen terme|à court terme|à long terme|à court|court|le long|au long|tout au long|long week|achat ou vente|achats et ventes|achat vente|acheter ou vendre|achat/vente|achat et vente|acheteurs|vendeurs|acheteur|vendeur|pression vendeuse|pression acheteuse|pouvoir d achat|ordres d achat|ordres de vente|en vente|mise en vente|le marché|les marchés|du marché|sur le marché|marché de|ouverture du marché|clôture du marché|clôture hebdomadaire|clôture du jour|en clôture|entrée gratuite|entrée libre|le prix de|le prix du|les prix|prix de l|en direct|gestion du risque|gestion des risques|risque élevé|à vos risques|avertissement|faire partie|partie de|tout le|tous les|toutes les|tout le monde|avant tout|objectif de la semaine|notre objectif|mon objectif|votre objectif|première fois|nouvelle semaine|nouveau membre|nouveaux membres|pas mal|dans le sens|sens unique|en sorte|de sorte|bonjour|bonsoir|pas un conseil|pas un conseil financier|on commence|on continue|c est parti|on y va',
  hold: 'conserver|conservez|on garde|gardez|garder|tenez|tenir|maintenez|on conserve|restez',
  stays: 'reste|restent|toujours|inchangé|inchangés|maintenu',
  disclaimed:
    'pas un signal|juste un exemple|simple exemple|comment lire|positions ouvertes|trades ouverts|trades en cours|historique|recommande|recommandait|selon|raté|loupé|aurait fait|aurait été|auraient été|autre canal|autre chaîne|arnaque|trades du jour|plan personnel|trop tard|mon élève|règles du canal|devinez|devine|pas le nôtre|pas à nous|pour mémoire|ce n est pas un signal|si on avait|si nous avions|aurions',
  introduced: 'voici|nouveau signal|nouveau trade|prochain trade|premier trade',
  missed: 'sans nous|pendant que nous dormions|pendant qu on dormait|pendant notre sommeil',
  from: 'depuis',
  takePart:
    'prendre des partiels|prenez des partiels|prenez un partiel|prises partielles|prise partielle|prise de profit partielle|prendre une partie',
  takeHalf: 'moitié sortie|la moitié sortie|sortez la moitié',
  except: 'sauf|excepté',
};
