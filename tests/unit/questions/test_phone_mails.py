"""Questions in mails typed on a phone without punctuation; indignation, stories, slogans that ask nothing."""

import pytest

from composer.mail.label import label_lines
from composer.questions.find import find_questions


def asked(text: str) -> list[str]:
    """Return what is asked in an English mail, in words, without the signs at the ends."""
    return [each.text.rstrip("?.! ") for each in find_questions(text, label_lines(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "need somebody out here today what time can they be here",
            ["need somebody out here today", "what time can they be here"],
        ),
        (
            "cows stood in the yard\nneed somebody out here today what time can they be here\nDai",
            2,
        ),
        (
            "hi its jo who do i ask about swaps now that sam left\nneed thurs late instead of tue dentist",
            ["who do i ask about swaps now that sam left", "need thurs late instead of tue dentist"],
        ),
        ("collect tmrw 7am ok\nput it on the account pls\nNige", ["collect tmrw 7am ok", 1]),
        (
            "Hi is it ok if gran picks him up at 3 not me\npassport enough as id for her\nso sorry xx",
            ["is it ok if gran picks him up at 3 not me", "passport enough as id for her"],
        ),
        ("no hot water again. whos coming and when\nweve got an exam at 2", ["whos coming", "when"]),
        ("Biscuit broke a tooth does the policy pay for the dentist", 1),
        ("my card got eaten by the machine where do i get a new one", 1),
        ("the boiler is out since last night when can you come", ["when can you come"]),
        ("we are on the night train can we bring bikes", 1),
        ("my order says delivered do i need to call the post", 1),
        ("can you move my slot to friday\nneed the big van instead of the small one", 2),
        ("wheres my parcel\nand can i change the address still", 2),
        ("the dog ate the card how do i get a new one\nwant the blue one this time please", 2),
    ],
)
def test_a_phone_mail_is_read_line_by_line(text: str, wanted: list[str] | int):
    """Where no full stop parts two asks, the line end and the words do."""
    found = asked(text)
    if isinstance(wanted, int):
        assert len(found) == wanted
    else:
        assert len(found) == len(wanted)
        assert all(want in each for each, want in zip(found, wanted, strict=True) if isinstance(want, str))


def test_lines_that_a_mail_program_wrapped_belong_together():
    """Prose goes on behind the end of its line."""
    text = "I would like to know if your colleague in the shop at the harbour\ncan you believe it"
    assert (
        len(asked("Could you tell me whether the box that I sent to you last week\nis the one to keep?")) == 1
    )
    assert len(asked("please tell me when\nyou come")) == 1
    assert len(asked(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "I've also been meaning to ask whether any paper will do, yours is rather dear.",
        "We forgot to ask what it costs.",
        "Our finance department must know which account is the right one.",
        "The choir would like to know where to park.",
        "She has a notebook, and she would like to know where to send it.",
        "If you need the log: it is 40 MB, say where I should put it.",
        "Do say thank you to Ravi on the helpline.",
        "Do let your driver know about the gate.",
        "My gate is narrow, it has to come on something with a tail lift.",
        "Does firmware 2.8 keep the table when I upgrade",
        "need this back before friday",
        "clients didnt get there reminder texts again yesterday",
        "dogs allowed on the terrace",
        "photo ok instead of the original",
    ],
)
def test_it_is_asked(text: str):
    """Relayed, remembered, clipped: it wants an answer."""
    assert len(asked(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "was the toaster all along.",
        "It was just a loose plug.",
        "how good is that",
        "I shouldn't have to chase my own fee, should I?",
        "That isn't too much to ask, is it?",
        "I'm not made of money, am I?",
        "Eleven years with you. And what did I get for it? A mug.",
        "What thanks did I get?",
        "Do you think I do this for pleasure?",
        "Do you think I enjoy writing these letters?",
        "How would you like to sleep next to a xylophone?",
        "How would you like it if someone did that to you?",
        "Could it be the clutch, I asked myself?",
        "Is your boiler ready for winter?",
        "Tired of cold feet?",
        "The plumber wondered why anyone would fit plastic there and so did I.",
        "Training went well. No action.",
        "I told them I would ask.",
        "So I said I'd ask.",
        "Do you want to read this online?",
        "Can't see this mail?",
        "I have about ninety old lids I would like to use up.",
        "My boss walked past and went where did you get that, told her your shop.",
    ],
)
def test_it_wants_no_answer(text: str):
    """Indignation, stories with their end, slogans and remarks."""
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I shouldn't have to pay the deposit again, should I?",
        "It isn't too late to book, is it?",
        "What do I get for the points?",
        "Do you think we should take the bigger one?",
        "How would you like to be paid?",
        "Is it the fuse, I wonder?",
        "Is your shop ready to deliver again?",
        "My wife wondered if you have it in blue.",
        "I have a voucher that I would like to use.",
        "I told them I would ask you whether dogs are allowed, are they?",
        "how good is it in the rain?",
        "was the toaster tested before it was sent?",
    ],
)
def test_what_only_looks_like_those_is_asked(text: str):
    """The same words in earnest."""
    assert len(asked(text)) == 1


def test_moreover_behind_a_question_turns_to_another_matter():
    """A failure told in the paragraph of a question, which it does not speak of, wants help."""
    text = "What is the lower voltage? Moreover, the charger lamp stays orange after nine hours."
    assert len(asked(text)) == 2
    assert len(asked("The lamp stays orange. Moreover, it beeps.")) == 1


def test_a_list_item_that_states_something_names_nothing():
    """ "Crate 7 stays with us" is no thing that somebody wants."""
    text = "Points:\na) Is a seat included?\nb) Height of the lorry?\nc) Crate 7 stays with us after all."
    assert len(asked(text)) == 2
