"""Rating scales with unlike sides, and balanced ones, by language."""

from wording_cases import Cases

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
