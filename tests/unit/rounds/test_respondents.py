"""What stands for a person: a keyed hash, and a name that says nothing of who they are."""

from uuid import UUID

from colloquy.rounds.respondents import pseudonyms, respondent


def test_a_keyed_hash_is_another_with_another_key_and_the_same_with_the_same() -> None:
    member = UUID("01890000-0000-7000-8000-000000000001")
    assert respondent("a" * 64, member) == respondent("a" * 64, member)
    assert respondent("a" * 64, member) != respondent("b" * 64, member)
    # openssl dgst -sha256 -hmac aaaa… over the member's sixteen bytes
    assert respondent("a" * 64, member) == (
        "6c7a095c5b1caf8dfc89b181ccdd7a59b1bc85bd42012cdd8eb00b84d7edd9dd"
    )


def test_pseudonyms_differ_stay_and_do_not_tell_the_order_of_joining() -> None:
    people = [(UUID(int=number), "Carer") for number in range(1, 61)]
    joined = [member_id for member_id, _ in people]
    names = pseudonyms("secret", people, joined=joined)
    assert len(set(names.values())) == 60
    numbers = [int(name.removeprefix("Carer ")) for name in names.values()]
    assert numbers != sorted(numbers)
    before = pseudonyms("secret", people[:30], joined=joined[:30])
    assert before == {member_id: names[member_id] for member_id in joined[:30]}
    assert pseudonyms("another", people, joined=joined) != names
