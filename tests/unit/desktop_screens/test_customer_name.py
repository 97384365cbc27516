"""A customer is called as one says the name."""

import pytest

from composer.mail.message import Address
from desktop.customer_name import spoken_customer


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Osei, Daniel", "Daniel Osei"),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg"),
        ("Elsa Nyström", "Elsa Nyström"),
        ("Osei Boats, Ltd.", "Osei Boats, Ltd."),
        ("Osei, Daniel, Sales", "Osei, Daniel, Sales"),
        ("", "daniel@osei.example"),
    ],
)
def test_the_first_name_comes_first(name: str, spoken: str) -> None:
    """Where the comma parts last and first name; a firm's keeps its order."""
    assert spoken_customer(Address(name, "daniel@osei.example")) == spoken
