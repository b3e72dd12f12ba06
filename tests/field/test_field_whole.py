"""An interview from its start to its end, as a browser without scripts goes through it."""

from fielded_study import WALK, Browser, Fielded, send, start


def test_an_interview_goes_from_start_to_end(fielded: Fielded, browser: Browser) -> None:
    begun = start(browser)
    assert (begun.status_code, begun.headers["location"]) == (303, "/nl/p/job")
    places = []
    for page, fields in WALK:
        answered = send(browser, page, fields)
        assert answered.status_code == 303, answered.text
        places.append(answered.headers["location"])
    assert places == ["/nl/p/age", "/nl/p/home", "/nl/p/address", "/nl/p/bye", "/nl/end"]
    assert browser.get("/nl/end").status_code == 200
    (response,) = fielded.store.responses()
    assert response.outcome == "complete"
    assert {name: str(value) for name, value in response.answers.values.items()} == {
        "job": "staff",
        "age": "44",
        "days": "no",
        "address.email": "•",
    }
    assert list(fielded.store.contact_details()) == [{"address.email": "ada@example.org"}]
