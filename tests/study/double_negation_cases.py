"""Sentences that deny twice, and sentences that seem to, by language."""

from wording_cases import Cases

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
