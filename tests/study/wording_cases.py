"""Sentences with and without the faults of wording that the checks look for, by language."""

Cases = dict[str, tuple[str, str]]
"""Language to the bad ones and the good ones, one a line."""

DOUBLE: Cases = {
    "en": (
        """\
How satisfied are you with your pay and your working hours?
How satisfied or dissatisfied are you with the price and quality of the food?
Are you happy with your house and your neighbourhood?
How happy are you about your salary and career prospects?
Do you use text and/or image generators at work?
Does your employer pay for training and / or equipment?
Do both your manager and your colleagues use AI?
Is the new system both faster and cheaper?
What do you use AI for, and how often?
Do you use AI, and why?
How old are you and are you married?
Did you follow a course and did you finish it?
When and how do you hear about new tools?
Is the building safe and is it easy to reach?
Are you pleased with the speed and accuracy of the translation?
""",
        """\
How often do you work with text and images?
How satisfied are you with your pay?
How satisfied are you with the contact between you and your manager?
How satisfied are you with the balance of work and private life?
How satisfied are you with the terms and conditions of your contract?
Are you happy with Marks and Spencer as an employer?
How many hours do you work a week, both paid and unpaid?
How often do you cook and eat at home?
Do you work in health and social care?
What matters most to you: pay and benefits, or the work itself?
Do you have children, and if so, of what age?
And how often do you use AI at home?
And are you a member?
Whether and how often do you use AI?
Would you be happy to be contacted about this and other studies?
Which one of these describes how and where you usually work?
How satisfied are you with the opportunities to learn and develop?
Would you like to keep working in your current field or the field you were trained in?
Which of you pays, and which of you decides?
How strong is the link between research and teaching?
Have you bought bread and butter in the past week?
Do you know who decides what is bought and who pays for it?
""",
    ),
    "nl": (
        """\
Hoe tevreden bent u over uw loon en uw werktijden?
Hoe tevreden of ontevreden bent u met de prijs en de kwaliteit van het eten?
Bent u tevreden met uw huis en uw buurt?
In hoeverre bent u ontevreden over de bereikbaarheid en snelheid van de helpdesk?
Gebruikt u tekst- en/of beeldgeneratoren?
Betaalt uw werkgever cursussen en / of apparatuur?
Gebruiken zowel uw leidinggevende als uw collega's AI?
Is het nieuwe systeem zowel sneller als goedkoper?
Waarvoor gebruikt u AI, en hoe vaak?
Gebruikt u AI, en waarom?
Hoe oud bent u en bent u getrouwd?
Hebt u een cursus gevolgd en hebt u die afgemaakt?
Wanneer en hoe hoort u over nieuwe middelen?
Is het gebouw veilig en is het goed te bereiken?
Wat vindt u van de cursus en wat hebt u ervan geleerd, en welke docent was goed?
""",
        """\
Hoe vaak werkt u met tekst en beeld?
Hoe tevreden bent u over uw loon?
Hoe tevreden bent u over het contact tussen u en uw leidinggevende?
Hoe tevreden bent u over de balans van werk en privé?
Hoe tevreden bent u over het aanbod van kunst en cultuur in uw gemeente?
Bent u tevreden met uw reis- en verblijfkosten?
Bent u tevreden over Van Gend en Loos?
Hoeveel uur werkt u per week, zowel betaald als onbetaald?
Hoe vaak kookt en eet u thuis?
Werkt u in de zorg en welzijn?
Wat telt voor u het zwaarst: loon en toeslagen, of het werk zelf?
Hebt u kinderen, en zo ja, van welke leeftijd?
En hoe vaak gebruikt u thuis AI?
En bent u lid?
Weet u of en hoe vaak uw collega's AI gebruiken?
Hoe tevreden bent u over de mogelijkheden om te leren en u te ontwikkelen?
Welk antwoord past bij hoe en wanneer u werkt?
Weet u wie beslist en wie betaalt?
Gebruikt u GenAI om uw eigen werk of dat van anderen te ondersteunen, of om het te vervangen?
Hebt u de afgelopen week brood en boter gekocht?
""",
    ),
    "de": (
        """\
Wie zufrieden sind Sie mit Ihrem Gehalt und Ihren Arbeitszeiten?
Wie zufrieden oder unzufrieden sind Sie mit dem Preis und der Qualität des Essens?
Sind Sie mit Ihrer Wohnung und Ihrer Nachbarschaft zufrieden?
Wie unzufrieden sind Sie mit der Erreichbarkeit und Geschwindigkeit der Hilfe?
Nutzen Sie Text- und/oder Bildgeneratoren?
Zahlt Ihr Arbeitgeber Kurse und / oder Geräte?
Nutzen sowohl Ihre Vorgesetzten als auch Ihre Kollegen KI?
Ist das neue System sowohl schneller als auch günstiger?
Wofür nutzen Sie KI, und wie oft?
Nutzen Sie KI, und warum?
Wie alt sind Sie und sind Sie verheiratet?
Haben Sie einen Kurs besucht und haben Sie ihn beendet?
Wann und wie erfahren Sie von neuen Mitteln?
Ist das Gebäude sicher und ist es gut zu erreichen?
Was gefällt Ihnen und welche Kurse besuchen Sie?
""",
        """\
Wie oft arbeiten Sie mit Text und Bild?
Wie zufrieden sind Sie mit Ihrem Gehalt?
Wie zufrieden sind Sie mit dem Kontakt zwischen Ihnen und Ihren Vorgesetzten?
Wie zufrieden sind Sie mit der Vereinbarkeit von Familie und Beruf?
Wie zufrieden sind Sie mit dem Angebot an Kunst und Kultur?
Sind Sie mit den Reise- und Hotelkosten zufrieden?
Arbeiten Sie in Forschung und Entwicklung?
Wie viele Stunden arbeiten Sie, sowohl bezahlt als auch unbezahlt?
Wie oft kochen und essen Sie zu Hause?
Arbeiten Sie im Gesundheits- und Sozialwesen?
Was zählt für Sie am meisten: Lohn und Zulagen, oder die Arbeit selbst?
Haben Sie Kinder, und wenn ja, in welchem Alter?
Und wie oft nutzen Sie zu Hause KI?
Und sind Sie Mitglied?
Wissen Sie, ob und wie oft Ihre Kollegen KI nutzen?
Wie zufrieden sind Sie mit der Art und Weise, wie die Demokratie funktioniert?
Wissen Sie, wer entscheidet und wer bezahlt?
Haben Sie in der letzten Woche Brot und Butter gekauft?
""",
    ),
    "fr": (
        """\
Êtes-vous satisfait de votre salaire et de vos horaires ?
Dans quelle mesure êtes-vous satisfaite du prix et de la qualité des repas ?
Êtes-vous content de votre logement et de votre quartier ?
Êtes-vous insatisfait de l'accueil et de la rapidité du service ?
Utilisez-vous des générateurs de texte et/ou d'images ?
Votre employeur paie-t-il des cours et / ou du matériel ?
Le nouveau système est-il à la fois plus rapide et moins cher ?
L'outil sert-il aussi bien à vous qu'à vos collègues, et comment ?
Pour quoi utilisez-vous l'IA, et combien de fois ?
Utilisez-vous l'IA, et pourquoi ?
Quel âge avez-vous et êtes-vous marié ?
Avez-vous suivi un cours et avez-vous obtenu le diplôme ?
Le bâtiment est-il sûr et est-il facile à trouver ?
Où travaillez-vous et quand commencez-vous ?
Que pensez-vous du cours et quel professeur était le meilleur ?
""",
        """\
Travaillez-vous souvent avec du texte et des images ?
Êtes-vous satisfait de votre salaire ?
Êtes-vous satisfait des relations entre vous et votre responsable ?
Êtes-vous satisfait de l'équilibre de votre travail et de votre vie privée ?
Travaillez-vous dans la recherche et développement ?
Combien d'heures travaillez-vous, à la fois payées et non payées ?
Mangez-vous et dormez-vous chez vous ?
Travaillez-vous dans la santé et le social ?
Qu'est-ce qui compte le plus : le salaire et les primes, ou le travail ?
Avez-vous des enfants, et si oui, de quel âge ?
Et combien d'enfants avez-vous ?
Et êtes-vous membre ?
Savez-vous si et combien de fois vos collègues utilisent l'IA ?
Savez-vous qui décide et qui paie ?
Avez-vous acheté du pain et du beurre cette semaine ?
Quel jour préférez-vous, et quel jour évitez-vous ?
Qui fait les courses et le ménage chez vous ?
""",
    ),
}

NEGATIVE: Cases = {
    "en": (
        """\
Do you think that students should not be allowed to use AI?
Should the government not pay for this?
Have you never used AI?
Do you have no children?
Is there nobody at work who helps you?
Isn't your employer a member?
Don't you use any tools?
Do you believe that nothing will change?
Do you never work on days when you don't want to?
Is it not true that nobody asked you?
Would you not buy it if it had no label?
Are you unable to say no, or not willing?
In your view, should AI never be used in exams?
""",
        """\
Do you use AI at work?
Do you know people who do not use AI?
Have you been told not to use AI?
Not counting yourself, does anyone live here?
Did you vote, or were you not allowed to?
Do you use AI, or not?
Do you use AI not only at work?
Did you stop because you did not like it?
Are there tasks that you never do with AI?
Did the answer 'no' surprise you?
Is there anything you did, but would not do again?
Do you know whether or not your employer pays?
If you have no car, do you rent one?
Have you ever felt (for no reason) tired?
Do you think that AI is useful when there is no time?
""",
    ),
    "nl": (
        """\
Vindt u dat leerlingen geen AI mogen gebruiken?
Moet de overheid dit niet betalen?
Hebt u nooit AI gebruikt?
Hebt u geen kinderen?
Is er niemand die u helpt?
Is uw werkgever geen lid?
Gebruikt u niets van dit alles?
Denkt u dat er niets zal veranderen?
Werkt u nooit op dagen dat u niet wilt?
Klopt het dat niemand u iets vroeg en dat u niets zei?
Zou u het niet kopen als er geen keurmerk op stond?
Bent u van mening dat AI nergens voor deugt?
Mag AI volgens u nooit bij examens worden gebruikt?
""",
        """\
Gebruikt u AI voor uw werk?
Kent u mensen die geen AI gebruiken?
Is u gevraagd dit niet te doen?
Hebt u gestemd, of was u niet stemgerechtigd?
Uzelf niet meegerekend, woont hier iemand?
Gebruikt u AI of niet?
Gebruikt u AI niet alleen op het werk?
Bent u gestopt omdat u het niet prettig vond?
Zijn er taken die u nooit met AI doet?
Verraste het antwoord 'nee' of 'niet' u?
Is er iets dat u deed, maar niet meer zou doen?
Weet u of uw werkgever al dan niet betaalt?
Als u geen auto hebt, huurt u er dan een?
Voelt u zich weleens (niet zonder reden) moe?
Vindt u dat AI nuttig is als er geen tijd is?
Werkt u bij een niet-commerciële organisatie?
""",
    ),
    "de": (
        """\
Finden Sie, dass Schüler keine KI nutzen dürfen?
Soll der Staat das nicht bezahlen?
Haben Sie nie KI genutzt?
Haben Sie keine Kinder?
Ist niemand da, der Ihnen hilft?
Ist Ihr Arbeitgeber kein Mitglied?
Nutzen Sie nichts davon?
Glauben Sie, dass sich nichts ändern wird?
Arbeiten Sie nie an Tagen, an denen Sie nicht wollen?
Würden Sie es nicht kaufen, wenn es kein Siegel hätte?
Sind Sie der Meinung, dass KI nirgends hilft?
Darf KI niemals in Prüfungen genutzt werden?
Kennen Sie niemanden mit einem Auto?
""",
        """\
Nutzen Sie KI für Ihre Arbeit?
Kennen Sie Menschen, die keine KI nutzen?
Wurden Sie gebeten, das nicht zu tun?
Haben Sie gewählt, oder waren Sie nicht wahlberechtigt?
Nutzen Sie KI oder nicht?
Nutzen Sie KI nicht nur bei der Arbeit?
Haben Sie aufgehört, weil es Ihnen nicht gefiel?
Gibt es Aufgaben, die Sie nie mit KI erledigen?
Hat die Antwort „nicht“ Sie überrascht?
Gibt es etwas, das Sie taten, aber nicht wieder tun würden?
Wissen Sie, ob Ihr Arbeitgeber bezahlt oder nicht?
Wenn Sie kein Auto haben, mieten Sie eines?
Sind Sie manchmal (nicht ohne Grund) müde?
Finden Sie, dass KI nützt, wenn keine Zeit ist?
Arbeiten Sie bei einer Nicht-Regierungsorganisation?
""",
    ),
    "fr": (
        """\
Pensez-vous que les élèves ne doivent pas utiliser l'IA ?
Est-ce que l'État ne doit pas payer ?
N'avez-vous jamais utilisé l'IA ?
N'avez-vous pas d'enfants ?
Est-ce que personne ne vient et que vous ne dites rien à personne, ou n'appelez jamais ?
Votre employeur n'est-il pas membre ?
N'utilisez-vous aucun de ces outils ?
Croyez-vous que cela ne changera rien ?
Trouvez-vous que l'IA ne sert jamais ?
N'achèteriez-vous pas ce produit s'il n'avait pas de label ?
Estimez-vous que l'école n'aide plus les élèves ?
Ne travaillez-vous jamais le soir ?
Ne connaissez-vous personne avec une voiture ?
""",
        """\
Utilisez-vous l'IA au travail ?
Connaissez-vous des gens qui n'utilisent pas l'IA ?
Vous a-t-on demandé de ne pas le faire ?
Avez-vous voté, ou n'aviez-vous pas le droit de vote ?
Utilisez-vous l'IA ou non ?
Utilisez-vous l'IA ou pas ?
Avez-vous arrêté parce que cela ne vous plaisait pas ?
Y a-t-il des tâches que vous ne faites jamais avec l'IA ?
La réponse « ne sait pas » vous a-t-elle surpris ?
Savez-vous si votre employeur ne paie pas ?
Quand vous n'avez pas de voiture, en louez-vous une ?
Trouvez-vous l'IA utile quand le temps ne suffit pas ?
Travaillez-vous dans une association ?
N'importe qui peut-il entrer ?
""",
    ),
}

LEADING: Cases = {
    "en": (
        """\
Don't you think that AI makes work easier?
Do you agree that AI makes work easier?
Do you agree with the plan of the council?
Would you agree that taxes are high?
Wouldn't you say that prices are too high?
AI helps, doesn't it?
It is a good plan, isn't it?
Isn't it true that prices have gone up?
As everyone knows, AI is growing; do you use it?
It is well known that smoking harms. Do you smoke, as you know it harms?
Surely you would want a better school?
Do you not agree that this is unfair?
Of course you want to live long; what do you do for it?
Would you also agree that this should change?
Don’t you feel that teachers deserve more?
""",
        """\
To what extent do you agree with this statement?
Do you agree or disagree with this plan?
How strongly do you agree with this plan?
What do you think of the plan?
Does AI make your work easier or harder?
Do you use AI at work?
How often do you use AI?
Which of these courses did you take?
Why don't you use AI?
Do you think that AI will change your work?
In your opinion, is the tax too high, too low or about right?
How much do you agree with the following?
Do you agree to take part in this study?
What does an agreement with your employer say?
When did you last agree a price?
""",
    ),
    "nl": (
        """\
Vindt u ook niet dat AI het werk lichter maakt?
Vindt u niet dat AI het werk lichter maakt?
Vindt u ook dat de school te ver weg is?
Bent u het ermee eens dat AI het werk lichter maakt?
Bent u het eens met het plan van de gemeente?
Bent u het er mee eens dat de belasting hoog is?
Bent u het ook eens met dit plan?
Bent u niet van mening dat de prijzen te hoog zijn?
Bent u ook van mening dat dit anders moet?
Is het niet zo dat alles duurder wordt?
AI helpt u toch ook, nietwaar?
Het is een goed plan, toch?
Zoals iedereen weet groeit AI; gebruikt u het?
Denk je niet dat leraren meer verdienen?
U wilt uiteraard lang leven; wat doet u daarvoor?
""",
        """\
In hoeverre bent u het eens met deze uitspraken over GenAI en werk?
Bent u het eens of oneens met dit plan?
In welke mate bent u het eens met dit plan?
Wat vindt u van het plan?
Maakt AI uw werk lichter of zwaarder?
Gebruikt u AI voor uw werk?
Hoe vaak gebruikt u AI?
Welke van deze cursussen hebt u gevolgd?
Waarom gebruikt u geen AI?
Denkt u dat AI uw werk zal veranderen?
Vindt u de belasting te hoog, te laag of ongeveer goed?
Verwacht u dat er in de komende twee jaar door GenAI werk verdwijnt?
Hoeveel procent van het werk verdwijnt door GenAI, denkt u?
Werkt u met natuurlijk licht?
Wordt u het met uw klanten vaak eens over de prijs?
""",
    ),
    "de": (
        """\
Finden Sie nicht auch, dass KI die Arbeit erleichtert?
Finden Sie nicht, dass KI die Arbeit erleichtert?
Denken Sie auch, dass die Schule zu weit weg ist?
Meinen Sie nicht, dass das ungerecht ist?
Stimmen Sie zu, dass KI die Arbeit erleichtert?
Stimmen Sie der Aussage zu?
Stimmen Sie dieser Meinung zu?
Sind Sie der Meinung, dass die Preise zu hoch sind?
Sind Sie nicht auch der Ansicht, dass sich das ändern muss?
Sind Sie einverstanden, dass die Steuer steigt?
Ist es nicht so, dass alles teurer wird?
KI hilft Ihnen, nicht wahr?
Das ist ein guter Plan, oder?
Wie jeder weiß, wächst KI; nutzen Sie sie?
Wollen Sie selbstverständlich lange leben?
""",
        """\
Inwieweit stimmen Sie der Aussage zu?
Stimmen Sie der Aussage zu oder nicht zu?
Wie sehr stimmen Sie dieser Aussage zu?
Was halten Sie von dem Plan?
Erleichtert oder erschwert KI Ihre Arbeit?
Nutzen Sie KI für Ihre Arbeit?
Wie oft nutzen Sie KI?
Welche dieser Kurse haben Sie besucht?
Warum nutzen Sie keine KI?
Glauben Sie, dass KI Ihre Arbeit verändern wird?
Finden Sie die Steuer zu hoch, zu niedrig oder gerade richtig?
Sind Sie der Meinung, dass das gut ist, oder sind Sie anderer Meinung?
In welchem Maße stimmen Sie der Aussage zu?
Sind Sie der Meinung, dass die Steuern zu hoch, zu niedrig oder gerade richtig sind?
Sind Sie damit einverstanden, dass Ihre Antworten gespeichert werden?
Mit wem stimmen Sie sich bei der Arbeit ab?
""",
    ),
    "fr": (
        """\
Ne pensez-vous pas que l'IA facilite le travail ?
Ne trouvez-vous pas que c'est injuste ?
N'êtes-vous pas d'avis que tout change ?
Êtes-vous d'accord que l'IA facilite le travail ?
Êtes-vous d'accord pour dire que les prix sont élevés ?
Êtes-vous d'accord avec le projet de la commune ?
Êtes-vous aussi d'accord avec ce projet ?
Convenez-vous que l'impôt est trop élevé ?
N'est-il pas vrai que tout augmente ?
C'est un bon projet, n'est-ce pas ?
Comme chacun sait, l'IA grandit ; l'utilisez-vous ?
Voulez-vous bien sûr vivre longtemps ?
Comme vous le savez, le tabac nuit ; fumez-vous ?
Ne diriez-vous pas que les professeurs méritent plus ?
""",
        """\
Dans quelle mesure êtes-vous d'accord avec cette phrase ?
Êtes-vous d'accord ou pas d'accord avec ce projet ?
À quel point êtes-vous d'accord avec ce projet ?
Que pensez-vous du projet ?
L'IA rend-elle votre travail plus facile ou plus difficile ?
Utilisez-vous l'IA au travail ?
À quelle fréquence utilisez-vous l'IA ?
Lesquels de ces cours avez-vous suivis ?
Pourquoi n'utilisez-vous pas l'IA ?
Pensez-vous que l'IA changera votre travail ?
L'impôt est-il trop élevé, trop bas ou juste ?
Êtes-vous d'accord ou en désaccord avec cette phrase ?
Avec qui vous mettez-vous d'accord sur le prix ?
Êtes-vous d'accord pour participer à cette étude ?
Quel accord avez-vous avec votre employeur ?
""",
    ),
}

SCALES: Cases = {
    "en": (
        """\
Excellent / Very good / Good / Fair / Poor
Excellent / Very good / Good / Poor
Very good / Good / Bad
Very satisfied / Satisfied / Somewhat satisfied / Dissatisfied
Satisfied / Neither satisfied nor dissatisfied / Dissatisfied / Very dissatisfied
Strongly agree / Agree / Somewhat agree / Disagree
Strongly agree / Agree / Neutral / Disagree
Strongly disagree / Disagree / Somewhat disagree / Agree / Strongly agree
Very likely / Likely / Unlikely
Much better / Better / The same / Worse
1 Excellent / 2 Good / 3 Fair / 4 Poor / 5 Very good
Outstanding / Excellent / Good
""",
        """\
Very good / Good / Fair / Poor / Very poor
Good / Average / Bad
Very satisfied / Satisfied / Dissatisfied / Very dissatisfied
Strongly agree / Agree / Neither agree nor disagree / Disagree / Strongly disagree
Agree / Disagree
Very likely / Likely / Unlikely / Very unlikely
Better / The same / Worse
Not at all satisfied / Slightly satisfied / Moderately satisfied / Very satisfied
Never / Rarely / Sometimes / Often / Always
Not important / Somewhat important / Very important
Excellent / Good / Poor / Depends on the day
Very good / Good / Red
Good / Better / Best
Completely satisfied / Mostly satisfied / Mostly dissatisfied / Completely dissatisfied
""",
    ),
    "nl": (
        """\
Uitstekend / Zeer goed / Goed / Redelijk / Slecht
Uitstekend / Goed / Slecht
Zeer goed / Goed / Voldoende / Onvoldoende
Zeer tevreden / Tevreden / Ontevreden
Tevreden / Ontevreden / Zeer ontevreden
Helemaal eens / Eens / Een beetje eens / Oneens
Volledig mee eens / Mee eens / Neutraal / Mee oneens
Zeer waarschijnlijk / Waarschijnlijk / Onwaarschijnlijk
Zeker wel / Waarschijnlijk wel / Zeker niet
Veel beter / Beter / Hetzelfde / Slechter
Beter / Even goed / Slechter / Veel slechter
Heel goed / Goed / Matig
""",
        """\
Zeer goed / Goed / Redelijk / Slecht / Zeer slecht
Goed / Voldoende / Matig / Slecht
Slechter / Even goed / Beter
Volledig oneens / Oneens / Neutraal / Eens / Volledig eens
Zeer tevreden / Tevreden / Niet tevreden, niet ontevreden / Ontevreden / Zeer ontevreden
Helemaal niet tevreden / Een beetje tevreden / Tevreden / Zeer tevreden
Eens / Oneens
Zeker wel / Waarschijnlijk wel / Waarschijnlijk niet / Zeker niet
Nooit / Zelden / Af en toe / Vaak / Zeer vaak
Helemaal niet / Een beetje / Duidelijk merkbaar / Sterk / Zeer sterk
Goed / Slecht / Verschilt per dag
Waarschijnlijk / Misschien / Onwaarschijnlijk
Mee eens / Niet mee eens, niet mee oneens / Mee oneens
""",
    ),
    "de": (
        """\
Ausgezeichnet / Sehr gut / Gut / Mittelmäßig / Schlecht
Hervorragend / Gut / Schlecht
Sehr gut / Gut / Eher gut / Eher schlecht
Sehr zufrieden / Zufrieden / Unzufrieden
Zufrieden / Unzufrieden / Sehr unzufrieden
Stimme voll und ganz zu / Stimme zu / Stimme eher zu / Stimme nicht zu
Stimme zu / Teils/teils / Stimme eher nicht zu / Stimme überhaupt nicht zu
Sehr wahrscheinlich / Wahrscheinlich / Unwahrscheinlich
Viel besser / Besser / Gleich / Schlechter
Besser / Gleich gut / Schlechter / Viel schlechter
Sehr gut / Gut / Weniger gut
Eher zufrieden / Sehr zufrieden / Neutral / Unzufrieden
""",
        """\
Sehr gut / Gut / Mittelmäßig / Schlecht / Sehr schlecht
Gut / Schlecht
Sehr zufrieden / Eher zufrieden / Eher unzufrieden / Sehr unzufrieden
Stimme voll und ganz zu / Stimme eher zu / Teils/teils / Stimme eher nicht zu / Stimme überhaupt nicht zu
Besser / Gleich / Schlechter
Nie / Selten / Manchmal / Oft
Gar nicht / Ein wenig / Stark / Sehr stark
Sehr wahrscheinlich / Wahrscheinlich / Unwahrscheinlich / Sehr unwahrscheinlich
Wahrscheinlich / Vielleicht / Unwahrscheinlich
Trifft zu / Trifft eher zu / Trifft nicht zu
Gut / Schlecht / Je nach Tag
Zufrieden / Weder zufrieden noch unzufrieden / Unzufrieden
""",
    ),
    "fr": (
        """\
Excellent / Très bon / Bon / Moyen / Mauvais
Excellente / Bonne / Mauvaise
Très bien / Bien / Mal
Très satisfait / Satisfait / Insatisfait
Satisfait / Insatisfait / Très insatisfait
Tout à fait d'accord / D'accord / Plutôt d'accord / Pas d'accord
D'accord / Plutôt pas d'accord / Pas du tout d'accord
Très probable / Probable / Improbable
Beaucoup mieux / Mieux / Pareil / Moins bien
Mieux / Pareil / Moins bien / Bien pire
Très bon / Assez bon / Médiocre
Plutôt satisfait(e) / Très satisfait(e) / Neutre / Insatisfait(e)
""",
        """\
Très bon / Bon / Moyen / Mauvais / Très mauvais
Bon / Mauvais
Très satisfait / Plutôt satisfait / Plutôt insatisfait / Très insatisfait
Tout à fait d'accord / Plutôt d'accord / Plutôt pas d'accord / Pas du tout d'accord
Mieux / Pareil / Moins bien
Jamais / Rarement / Parfois / Souvent
Pas du tout / Un peu / Beaucoup / Énormément
Très probable / Probable / Improbable / Très improbable
Probable / Peut-être / Improbable
Bon / Mauvais / Selon les jours
Satisfait(e) / Ni satisfait(e), ni insatisfait(e) / Insatisfait(e)
D’accord / Ni d’accord, ni pas d’accord / Pas d’accord
""",
    ),
}
