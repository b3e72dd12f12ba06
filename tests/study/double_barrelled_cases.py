"""Questions that ask two things at once, and questions that seem to, by language."""

from wording_cases import Cases

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
