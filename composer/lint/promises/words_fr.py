"""French words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of

_VERBS = (
    "envoie renvoie rappelle appelle recontacte contacte tiens tient fais fait transmets transmet confirme expédie rembourse préviens prévient informe vérifie regarde écris écrit réponds répond donne "
    "passe prends prend mets met occupe prépare lance relance règle reviens revient avise livre remplace répare corrige traite débloque active crédite poste dépose apporte communique signale demande "
    "résous résout effectue procède adresse fournis fournit change échange annule reprogramme fixe programme réserve verse vire suis suit finalise termine examine étudie installe remets remet récupère "
    "enlève reprends reprend planifie ajoute mène charge rétablis rétablit rends rend propose aide refais refait organise actualise explique partage publie dépanne note"
)


def _verbs() -> dict[str, int]:
    return {form: w.ACTS | w.SERVE for form in _VERBS.split() if form != "propose"}


FRENCH = w.Grammar(
    code="fr",
    inflected=True,
    token=re.compile(r"(?:[jlmntscdJLMNTSCD]|[Qq]u|[Ll]orsqu|[Jj]usqu|[Pp]uisqu)['’](?=\w)|\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:dès|aussitôt|lorsqu|quand|une fois|après|à (?:réception|la réception|l['’]arrivée)|prochaine?|avec le|d['’]ici la|jusqu['’]à ce|avant que|le jour même|sitôt|au moment où|facture suivante|prochain relevé)",
        re.IGNORECASE,
    ),
    telltale=re.compile(r"\b(?:nous|vous|je|votre|vos|est|les|notre)\b|\bj['’]", re.IGNORECASE),
    wait=re.compile(r"(?:dans|sous|en|d['’]ici)\b", re.IGNORECASE),
    verbs=_verbs(),
    ours=re.compile(r"\w{2,}(?:e|s|x|ons)$"),
    others=re.compile(r"\w{2,}(?:e|t|d|ent|ra|ront)$"),
    moments=moments_of("fr"),
    names=first_names,
    words={
        w.US: "je|j'|nous|on",
        w.OUR: "notre|nos|mon|ma|mes",
        w.TO_US: "nous répondre|nous renvoyer|nous envoyer|nous retourner|nous confirmer|nous transmettre|nous faire parvenir|nous indiquer|nous communiquer|me répondre|me confirmer|me renvoyer|m'envoyer|doit nous|doivent nous|nous fournir|me transmettre|nous prévenir|nous appeler",
        w.ME: "le|la|les|lui|leur|y|en|se|s'en",
        w.YOU: "vous|tu|te",
        w.YOUR: "votre|vos|ton|ta|tes",
        w.IT: "ceci|cela|ça|tout",
        w.THEY: "il|elle|ils|elles",
        w.DET: "un|une|du|ce|cette|ces|cet|au|aux|l'",
        w.STAFF: "couturière|couturier|tailleur|menuisier|menuisière|électricien|électricienne|plombier|serrurier|peintre|jardinier|jardinière|opticien|opticienne|pharmacien|pharmacienne|vétérinaire|dentiste|kinésithérapeute|kiné|bibliothécaire|cuisinier|cuisinière|boulanger|boulangère|pâtissier|boucher|horloger|bijoutier|tapissier|restaurateur|restauratrice|mécanicien|mécanicienne|carrossier|luthier|accordeur|vitrier|maçon|couvreur|carreleur|ramoneur|expert|gestionnaire|secrétariat|réception|réceptionniste|rédaction|cuisine|apprenti|apprentie|stagiaire|relieur|cordonnier|moniteur|professeur|concierge|gardien|gardienne|comptabilité|intendance|collègue|collègues|technicien|techniciens|technicienne|équipe|équipes|livreur|transporteur|coursier|chauffeur|service|responsable|conseiller|conseillère|atelier|entrepôt|installateur|réparateur|spécialiste|agent|monsieur|madame|comptabilité|quelqu'un|expert|gestionnaire|développeurs|support|magasinier|électricien|chef|logistique|directeur|directrice|plombier|dépanneur|assistant|assistante|dépôt",
        w.OUTSIDER: "administrateur|administratrice|informaticien|banque|fabricant|fournisseur|douane|douanes|assurance|assureur|propriétaire|mairie|tribunal|notaire|opérateur|vendeur|la poste|préfecture|constructeur|bailleur|votre banque|facteur|syndic|prestataire",
        w.PEOPLE: "clients|tout le monde|personne ne|utilisateurs|quiconque|adhérents|visiteurs|participants|abonnés|élèves",
        w.OCCASION: "boutique|magasin|magasins|agence|agences|bureau|bureaux|contrat|garantie|offre|offres|promotion|remise|code promo|réunion|salon|formation|délai|délai de rétractation|abonnement|forfait|accueil|soldes|horaires|bon de réduction|tarif|tarifs|prix|musée|licence|essai|période|concert|webinaire|guichet|standard|carte cadeau|bon d'achat|fermeture|ouverture|train|vol",
        w.PROGRAM: "écran|voyant|mot de passe|lien|code|navigateur|bouton|programme|batterie|menu|application|fichier|session|box|système|appareil photo|logiciel|mise en veille|ordinateur|imprimante",
        w.WILL: "vais|allons|va|vont",
        w.WILL | w.BE | w.STATE: "serai|serons|sera|seront",
        w.SHOULD: "devrait|devraient|devrions|devrais",
        w.CAN: "peux|pouvons|peut|peuvent|pourrai|pourrons|puis",
        w.WOULD: "serait|seraient|pourrait|pourraient|pourrions|pourriez|aimerais|aimerions|voudrais|voudrions|aurait|auriez|auraient|souhaiterais|souhaiterions|seriez|ferait|faudrait|voudriez|pourrais|feriez|apprécierions|préférerions",
        w.PLAN: "espère|espérons|compte|comptons|prévois|prévoyons|pense|pensons|essaie|essaierai|essayons|essaierons|tâcherai|tâcherons|souhaitons|ferons notre possible|ferai mon possible|faisons notre possible|faisons tout|ferons tout|fais mon possible|avons l'intention|ai l'intention|envisageons|tenterons|tenterai|faisons le nécessaire|devons recevoir|veux|voulons",
        w.MUST: "dois|devons|doit|doivent|devez|devrez|faut|faudra|ai besoin|avons besoin|a besoin|devra|devront|devrai|devrons|est nécessaire|suffit|il vous reste|nécessite|tenu de|tenus de|obligé|obligatoire",
        w.BE: "est|sont|suis|sommes|êtes",
        w.HAVE: "ai|avons|a|ont|avez|as",
        w.PAST: "était|étaient|avait|avaient|fut|avions|étions|disait|a dit|ont dit|aviez|étiez|pensait|pensais|a été|ont été|avais|j'ai été",
        w.SET: "attendu|attendue|attendus|attendues|reportée au|reporté à|reportée à|confirmée pour|prévu|prévue|prévus|prévues|programmé|programmée|planifié|planifiée|réservé|réservée|fixé|fixée|calé|calée|bloqué un créneau|en préparation|en cours de préparation|convenu|reporté au|confirmé pour|inscrit|inscrite",
        w.THERE: "prêt|prête|prêts|prêtes|en route|en chemin|disponible|disponibles|résolu|résolue|réparé|réparée|rétabli|rétablie|de retour|chez vous|sur votre compte|dans votre boîte|opérationnel|opérationnelle|en ligne|à votre disposition|livré|livrée|terminé|terminée|réglé|réglée|là|en livraison|fonctionnel|fonctionnelle|entre vos mains|remis en service|remise en service|fini",
        w.STATE: "sais|savons|crois|croyons|comprends|comprenons|regrette|regrettons|remercie|remercions|connais|désolé|désolée|désolés|reste|restons|restera|resterons|resteront|semble|travaille|travaillons|recommande|recommandons|conseille|conseillons|suggère|suggérons|vois|voyons|trouve|trouvons|ouvrons|fermons|fermerons|ouvrirons|pars en congé|suis en congé|serai en congé|serai absent|serai absente|serons fermés|serai de retour|serons absents|suis absent|suis absente|attends|attendons|attendrai|attendrons|acceptons|facturons|propose|proposons|vrai|serai en vacances|manquera|existera|signifiera|faudra",
        w.TIMETABLE: "ferme|ferment|ouvre|ouvrent|fermera|ouvrira|fermeront|ouvriront|termine|se termine|se terminera|commence|commencent|commencera|expire|expirent|expirera|dure|durera|coûte|coûtera|prend fin|prendra fin|court jusqu'|court|valable|valables|fermé|fermée|ouvert|ouverte|ouverts|fermés|restera|reste|augmente|augmentera|augmenteront|échéance|renouvelle|renouvellera|s'applique|s'appliquera|débute|débutera|s'allumera|allumera|éteindra|redémarrera|reconnectera|bloquera|clignotera|effacera",
        w.GET | w.WILL: "recevrez|aurez|verrez|retrouverez|disposerez|obtiendrez|saurez|pourrez|trouverez|serez|récupérerez|recevras|auras|bénéficierez|serez livré|entendrez|découvrirez|connaîtrez",
        w.GET: "recevez|obtenez|récupérez|devriez recevoir|devriez avoir|devriez pouvoir|devriez retrouver|devriez être|allez recevoir|allez avoir|allez pouvoir|allez retrouver|avez rendez-vous|devriez voir|devriez obtenir|allez être|êtes remboursé|êtes livré|retrouvez",
        w.NOT: "ne|n'|pas|jamais|aucun|aucune|impossible|ni|sans que",
        w.IF: "si|s'il|s'|à condition|sauf si|à moins|en cas|dans le cas|sinon|au cas où|sous réserve",
        w.WHEN: "dès que|dès qu'|aussitôt que|lorsque|lorsqu'|quand|une fois que|sitôt|au moment où|après que|à compter de|aussitôt|le temps que",
        w.UNTIL: "jusqu'à ce que|jusqu'à ce qu'|avant que|avant qu'|tant que|avant de",
        w.THAT: "que|qu'|qui|parce que|parce qu'|car|puisque|puisqu'|bien que|dont|où|comme|pour que|afin que|comment|combien|ce que|alors que|tandis que",
        w.AND: "et|mais|ou|donc|puis|ainsi que|or",
        w.ADVERB: "aussi|déjà|encore|alors|ensuite|également|bien|sûrement|probablement|personnellement|directement|bien sûr|bien entendu|naturellement|sans faute|sans frais|pas de souci|pas de problème|pas d'inquiétude|ne vous inquiétez pas|n'ayez crainte|au plus tard|non seulement|comme convenu|comme promis|de nouveau|à nouveau|normalement dit|chez|assez|en principe|sans frais supplémentaires|sans doute|comme prévu|après vérification|après quoi|comme vous le souhaitez|comme demandé|sauf imprévu|ne manquerai pas de|ne manquerons pas de|ne manquerai pas|ne manquerons pas|n'hésiterai pas à|d'après mes calculs|comme indiqué|après échange avec|de toute façon",
        w.PLEASE: "merci de|merci d'|veuillez|prière de|n'oubliez pas|pensez à|il vous suffit|il suffit|vous pouvez|il faut|je vous prie|nous vous prions|nous vous remercions de|je vous invite|nous vous invitons|vous devez|assurez-vous|s'il vous plaît|svp|vous avez jusqu'|nous vous demandons|je vous demande|à vous de|libre à vous|vous disposez|vous êtes prié|vous êtes invité|pourriez-vous|pouvez-vous",
        w.SAID: "selon|d'après|dit|disait|disiez|écrivez|écriviez|indiquez|précisez|mentionnez|affirme|prétend|aurait dit|avait dit|a dit|ont dit|m'a dit|vous a dit|vous avait|vous aurait|avait promis|a promis|vous a promis|vous a assuré|a assuré|a indiqué|a annoncé|avait annoncé|dites|annonçait|soi-disant|paraît-il|aux dires|à en croire|a répondu|m'a-t-on|vous a-t-on|citez|votre message parle|a écrit|avez écrit|expliquez",
        w.DOUBT: "peut-être|ne sais pas|ne savons pas|ne peux pas garantir|ne peux pas vous garantir|ne pouvons pas garantir|pas sûr|pas certain|doute|doutons|éventuellement|il se peut|il est possible|reste à voir|dépend|incertain|difficile à dire|on ignore|nous ignorons|j'ignore|sait-on",
        w.WISH: "ce serait|serait gentil|serions ravis|serais ravi|nous aimerions que|j'aimerais que|serait idéal|il serait utile|vous seriez|suggère|suggérons|nous souhaiterions|reconnaissant|reconnaissants",
        w.CHOICE: "si vous voulez|si vous le souhaitez|si vous souhaitez|si vous préférez|si vous le désirez|si cela vous|si ça vous|si vous en|si besoin|si nécessaire|au choix|à votre convenance|quand vous voulez|si tel est|dites-moi|dites-nous|dites moi|dites nous|faites-moi savoir|faites-nous savoir|si le créneau|si cette date|si tu veux|si tu préfères|nous vous proposons|je vous propose|je peux vous proposer|nous pouvons vous proposer|voulez-vous|souhaitez-vous|préférez-vous|sur demande|en option|moyennant|si vous êtes d'accord|libre à vous|vous convient|vous conviendrait|vous arrange|vous arrangerait|volontiers vous|à votre demande|comme vous préférez|si vous l'acceptez|en alternative|sinon je peux|je pourrais|nous pourrions",
        w.HABIT: "toujours|chaque|tous les|toutes les|normalement|habituellement|généralement|en général|automatiquement|d'habitude|le lundi|le mardi|le mercredi|le jeudi|le vendredi|le samedi|le dimanche|quotidiennement|par défaut|du lundi au|mensuellement|en règle générale|sept jours sur sept|en semaine|d'ordinaire",
        w.RULE: "après l'enregistrement|après le redémarrage|après avoir|après un redémarrage|après enregistrement|après redémarrage|après la connexion|après connexion|en cliquant|en redémarrant|recommandons|recommande|conseillons|conseille|mieux vaut|le mieux est|droit|avez jusqu'|avez jusqu'au|délai pour|astuce|préférable|déconseillons|temps de|jours pour",
        w.ASSURED: "comptez sur|je vous promets|je vous le promets|nous vous promettons|je vous garantis|nous vous garantissons|promis|garanti|vous pouvez compter|nous nous engageons|je m'engage|soyez assuré|soyez assurée|je vous assure|nous vous assurons|soyez certain|vous pourrez venir|vous pouvez compter sur|vous pouvez venir le chercher|vous pouvez passer le prendre|vous aurez de mes nouvelles|vous aurez de nos nouvelles",
        w.NEWS: "envoi|expédition|livraison|réponse|remboursement|retour|rappel|visite|intervention|installation|réparation|nouvelles|plus de nouvelles|plus d'informations|détails|prochain point|point|mise à jour|rendez-vous|nouvelle date|solution|enlèvement|départ|arrivée|résultat|résultats|rapport|facture|remplacement|avoir|confirmation|échange|passage|virement|suite|remise en service|rétablissement|mise en service",
        w.BY: "par nous|par nos soins|de notre côté|de notre part",
        w.EVENT: "avec le relevé|avec la prochaine|avec le prochain|d'ici la|après|dès|une fois|à la réception|à l'arrivée|sur votre prochaine facture|sur la prochaine facture|avec votre prochaine facture|avec la prochaine facture|sur la facture suivante|avec votre prochaine commande|sur votre prochain relevé|à réception de|dès réception|le jour même|à réception|dès son arrivée|dès validation|après validation|après réception|dès expédition|dans la prochaine facture|sur votre prochain|dès accord|après accord|sur la prochaine",
        w.THEN: "le lendemain|le jour suivant|le surlendemain|alors|ensuite|puis|après quoi|dans la foulée|à la suite",
        w.VOUCH: "m'assure|assure|assurons|assurerai|assurerons|veille|veillons|veillerai|veillerons|garantis|garantissons|m'engage|promets|promettons|fais en sorte|faisons en sorte|ferai en sorte|ferons en sorte|me charge|nous chargeons|m'occupe|nous occupons|m'en occupe|nous en occupons",
        w.HOLD_OUT: "fermons|fermerons|fermerai|clôture|clôturons|clôturerai|clôturerons|facturerons|débiterons|prélèverons|lâcherai|lâcherons|supprimerons|lâche",
        w.TALK: "proposer",
        w.ACT | w.SERVE: "être livré|venir|être en mesure|tenir au courant|savoir|avoir",
        w.ACTS | w.SERVE: "part|partent|arrive|arrivent|sort|parvient|parviennent|apparaît|apparaissent|figure|intervient|interviennent|arrivera|contactent|appellent|rappellent|vient|viennent|livrent|passent|quitte|quittent|revient|reviennent|recontactent|réparent|remplacent|installent|prennent|envoient|expédient|écrivent|répondent|redémarre la production|fonctionnera|s'occupe|remontent|repart|repartent|rentre|confirment|termine la réparation|traitent|informent|enverra|tombe",
        w.ACTS | w.WILL | w.SERVE: "sera livré|sera livrée|seront livrés|seront livrées|sera prêt|sera prête|sera chez vous|sera expédié|sera expédiée|sera remboursé|sera remboursée|sera réparé|sera réparée|sera crédité|sera effectué|sera effectuée|sera de retour|sera disponible",
    },
    endings=(
        (re.compile(r"(?:rons)$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"[aeiuo]\w*(?<!v)rai$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"\w{2,}r(?:a|ont)$"), w.ACTS | w.WILL),
        (re.compile(r"\w{2,}ez$"), w.ACT | w.YOU),
        (re.compile(r"\w{2,}ez(?:le|la|les|nous|moi)$"), w.ACT | w.YOU | w.PLEASE),
        (re.compile(r"\w{2,}ons$"), w.ACT | w.SERVE),
        (re.compile(r"\w{2,}(?:er|ir|dre|tre|ire|oir|endre|ettre)$"), w.ACT),
        (re.compile(r"\w{2,}(?:és?|ées?|is|ise|ises|us?|ues?|its?|ites?)$"), w.DONE),
        (re.compile(r"\w{2,}(?:aient|ait|ais)$"), w.PAST),
    ),
)  # fmt: skip
