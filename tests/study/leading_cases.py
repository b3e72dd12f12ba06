"""Questions that lead to an answer, and questions that seem to, by language."""

from wording_cases import Cases

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
