"""How a customer is called in a sentence of ours."""

import re

from composer.mail.message import Address

_LAST_FIRST = re.compile(r"([^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2}), ?([^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2})")
_NO_FIRST_NAME = re.compile(
    r"(?:inc|ltd|llc|plc|gmbh|ag|kg|bv|nv|sa|sl|srl|jr|sr|ii|iii|phd|md|mba)\.?", re.IGNORECASE
)


def spoken_customer(customer: Address) -> str:
    """Return a customer's name as one says it (*Osei, Daniel* is *Daniel Osei*), else the address."""
    match = _LAST_FIRST.fullmatch(customer.name.strip())
    if match is None or _NO_FIRST_NAME.fullmatch(match[2]):
        return customer.name.strip() or customer.mail
    return f"{match[2]} {match[1]}"
