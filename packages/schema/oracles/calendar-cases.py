"""Date cases for calendar windows, by the Python standard library, which shares no code with ours.

Run: python3 calendar-cases.py > calendar-cases.json

Months are stepped one at a time on (year, month); the day is then cut to the length of that month. Where a third value
is given it was worked out by hand from a calendar beforehand, and the script stops if the two disagree.
"""

import calendar
import json
from datetime import date, timedelta


def add_months(anchor, months):
    year, month = anchor.year, anchor.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def shift(anchor, offset):
    unit, size = offset
    return add_months(anchor, size) if unit == "months" else anchor + timedelta(days=size)


def by_hand(computed, hand):
    assert hand is None or computed.isoformat() == hand, (computed, hand)
    return computed.isoformat()


# From, months, expected by hand, what it is for.
MONTHS = [
    ("2024-01-31", 1, "2024-02-29", "end of January into a leap February"),
    ("2023-01-31", 1, "2023-02-28", "end of January into a common February"),
    ("2024-01-30", 1, "2024-02-29", "30 January too is past the end of February"),
    ("2024-01-29", 1, "2024-02-29", "29 January fits a leap February"),
    ("2023-01-29", 1, "2023-02-28", "29 January does not fit a common February"),
    ("2024-01-31", 2, "2024-03-31", "computed from the anchor, not by way of 29 February"),
    ("2024-01-31", 3, "2024-04-30", "into a month of 30 days"),
    ("2024-02-29", 12, "2025-02-28", "29 February a year on"),
    ("2024-02-29", 48, "2028-02-29", "29 February four years on"),
    ("2024-02-29", -12, "2023-02-28", "29 February a year back"),
    ("2024-02-29", -48, "2020-02-29", "29 February four years back"),
    ("2024-02-29", 6, "2024-08-29", "29 February half a year on"),
    ("2024-02-29", -6, "2023-08-29", "29 February half a year back"),
    ("2024-02-29", 0, "2024-02-29", "no months"),
    ("2024-03-31", -1, "2024-02-29", "end of March back into a leap February"),
    ("2023-03-31", -1, "2023-02-28", "end of March back into a common February"),
    ("2023-03-30", -1, "2023-02-28", "30 March back"),
    ("2023-03-01", -1, "2023-02-01", "first of the month back"),
    ("2023-08-31", 6, "2024-02-29", "end of August half a year on, leap"),
    ("2022-08-31", 6, "2023-02-28", "end of August half a year on, common"),
    ("2022-08-31", 12, "2023-08-31", "end of August a year on; by way of February it would be the 28th"),
    ("2022-08-31", -6, "2022-02-28", "end of August half a year back"),
    ("2024-08-31", -6, "2024-02-29", "end of August half a year back, leap"),
    ("2023-12-31", 1, "2024-01-31", "over the turn of the year"),
    ("2024-01-31", -1, "2023-12-31", "back over the turn of the year"),
    ("2024-01-01", -1, "2023-12-01", "first of January back"),
    ("2023-12-15", 1, "2024-01-15", "December on"),
    ("2023-05-31", 1, "2023-06-30", "into June"),
    ("2023-10-31", -1, "2023-09-30", "back into September"),
    ("2023-01-15", 18, "2024-07-15", "a year and a half on"),
    ("2023-07-15", -18, "2022-01-15", "a year and a half back"),
    ("1900-01-31", 1, "1900-02-28", "1900 was not a leap year"),
    ("2000-01-31", 1, "2000-02-29", "2000 was a leap year"),
    ("2100-01-31", 1, "2100-02-28", "2100 will not be a leap year"),
    ("2096-02-29", 48, "2100-02-28", "four years from a leap day, no leap day"),
    ("2104-02-29", -48, "2100-02-28", "four years back from a leap day, no leap day"),
    ("1969-12-31", 1, "1970-01-31", "over the first of the day numbers"),
    ("1970-01-31", -1, "1969-12-31", "back over the first of the day numbers"),
    ("1969-01-31", -11, "1968-02-29", "before the first of the day numbers, leap"),
    ("2023-06-30", 120, None, "ten years on"),
    ("2023-06-30", -600, None, "fifty years back"),
    ("2024-02-29", 1200, None, "a century on"),
]

# Id to the offsets of its edges and, where proof counts, of the last day of proof; written from the page that defines them.
WINDOWS = {
    "recorded-6m": (("months", 0), ("months", 6), None),
    "recorded-12m": (("months", 0), ("months", 12), None),
    "recorded-24m": (("months", 0), ("months", 24), None),
    "moj-proven-12m": (("months", 0), ("months", 12), ("months", 18)),
    "moj-365-183": (("days", 0), ("days", 365), ("days", 548)),
    "before-12m": (("months", -12), ("months", 0), None),
    "before-24m": (("months", -24), ("months", 0), None),
    "block+1": (("months", 0), ("months", 6), None),
    "block+2": (("months", 6), ("months", 12), None),
    "block+3": (("months", 12), ("months", 18), None),
    "block-1": (("months", -6), ("months", 0), None),
    "block-2": (("months", -12), ("months", -6), None),
    "block-3": (("months", -18), ("months", -12), None),
}

# Window, anchor, edges by hand (after, up to, last day of proof), what it is for.
EDGES = [
    ("recorded-12m", "2023-03-14", ("2023-03-14", "2024-03-14", None), "an ordinary anchor"),
    ("recorded-12m", "2024-02-29", ("2024-02-29", "2025-02-28", None), "leap anchor"),
    ("recorded-6m", "2023-08-31", ("2023-08-31", "2024-02-29", None), "ends on a leap day"),
    ("recorded-24m", "2022-02-28", ("2022-02-28", "2024-02-28", None), "28 February stays the 28th in a leap year"),
    ("moj-proven-12m", "2022-08-31", ("2022-08-31", "2023-08-31", "2024-02-29"), "proof from the anchor, on a leap day"),
    ("moj-proven-12m", "2024-02-29", ("2024-02-29", "2025-02-28", "2025-08-29"), "proof on the 29th though the window ends on the 28th"),
    ("moj-365-183", "2024-02-29", ("2024-02-29", "2025-02-28", "2025-08-30"), "days, not months"),
    ("moj-365-183", "2023-03-14", ("2023-03-14", "2024-03-13", "2024-09-12"), "365 days fall a day short over a leap day"),
    ("before-12m", "2024-02-29", ("2023-02-28", "2024-02-29", None), "leap anchor looking back"),
    ("before-24m", "2026-02-28", ("2024-02-28", "2026-02-28", None), "28 February looking back into a leap year"),
    ("block+1", "2023-08-31", ("2023-08-31", "2024-02-29", None), "first block, end of August"),
    ("block+2", "2023-08-31", ("2024-02-29", "2024-08-31", None), "second block ends on the 31st: not chained from 29 February"),
    ("block+3", "2023-08-31", ("2024-08-31", "2025-02-28", None), "third block"),
    ("block-1", "2023-08-31", ("2023-02-28", "2023-08-31", None), "first block back"),
    ("block-2", "2023-08-31", ("2022-08-31", "2023-02-28", None), "second block back: not chained from 28 February"),
    ("block-3", "2023-08-31", ("2022-02-28", "2022-08-31", None), "third block back"),
    ("block-1", "2024-02-29", ("2023-08-29", "2024-02-29", None), "first block back from a leap day"),
    ("block-2", "2024-02-29", ("2023-02-28", "2023-08-29", None), "second block back from a leap day"),
]

# Window, anchor, event, proof of it or None, inside by hand, what it is for.
EVENTS = [
    ("recorded-12m", "2023-03-14", "2023-03-14", None, False, "the anchor day itself is not after it"),
    ("recorded-12m", "2023-03-14", "2023-03-15", None, True, "the day after"),
    ("recorded-12m", "2023-03-14", "2024-03-14", None, True, "the last day is inside"),
    ("recorded-12m", "2023-03-14", "2024-03-15", None, False, "the day after the last"),
    ("recorded-12m", "2024-02-29", "2025-02-28", None, True, "last day of a leap anchor"),
    ("recorded-12m", "2024-02-29", "2025-03-01", None, False, "past it"),
    ("before-12m", "2024-02-29", "2023-02-28", None, False, "the first edge is outside"),
    ("before-12m", "2024-02-29", "2023-03-01", None, True, "the day after it is inside"),
    ("before-12m", "2024-02-29", "2024-02-29", None, True, "the anchor day is the last day before"),
    ("before-12m", "2024-02-29", "2024-03-01", None, False, "after the anchor"),
    ("block+1", "2023-08-31", "2024-02-29", None, True, "on the edge of two blocks: in the first"),
    ("block+2", "2023-08-31", "2024-02-29", None, False, "and only there"),
    ("block+2", "2023-08-31", "2024-08-31", None, True, "the last day of the second"),
    ("block-1", "2023-08-31", "2023-02-28", None, False, "on the edge of two blocks back"),
    ("block-2", "2023-08-31", "2023-02-28", None, True, "in the second"),
    ("moj-proven-12m", "2022-08-31", "2023-08-31", "2024-02-29", True, "event and proof on their last days"),
    ("moj-proven-12m", "2022-08-31", "2023-08-31", "2024-03-01", False, "proof a day late"),
    ("moj-proven-12m", "2022-08-31", "2023-09-01", "2023-10-01", False, "event a day late"),
    ("moj-proven-12m", "2022-08-31", "2023-01-01", None, False, "never proven"),
    ("moj-proven-12m", "2022-08-31", "2022-08-31", "2022-09-30", False, "on the anchor day"),
    ("moj-365-183", "2023-03-14", "2024-03-14", "2024-04-01", False, "a day late, though inside twelve months"),
    ("moj-365-183", "2023-03-14", "2024-03-13", "2024-09-12", True, "last days by days"),
    ("moj-365-183", "2023-03-14", "2024-03-13", "2024-09-13", False, "proof a day late by days"),
]


def edges(window, anchor):
    return tuple(None if offset is None else shift(anchor, offset) for offset in WINDOWS[window])


def month_case(start, months, hand, what):
    expected = by_hand(add_months(date.fromisoformat(start), months), hand)
    return {"what": what, "from": start, "months": months, "expected": expected}


def edge_case(window, anchor, hand, what):
    after, up_to, proven_by = edges(window, date.fromisoformat(anchor))
    return {
        "what": what,
        "window": window,
        "anchor": anchor,
        "after": by_hand(after, hand[0]),
        "upTo": by_hand(up_to, hand[1]),
        "provenBy": None if proven_by is None else by_hand(proven_by, hand[2]),
    }


def event_case(window, anchor, event, proof, hand, what):
    after, up_to, proven_by = edges(window, date.fromisoformat(anchor))
    inside = after < date.fromisoformat(event) <= up_to
    if proven_by is not None:
        inside = inside and proof is not None and date.fromisoformat(proof) <= proven_by
    assert inside == hand, (window, anchor, event)
    return {"what": what, "window": window, "anchor": anchor, "event": event, "proven": proof, "inside": inside}


print(
    json.dumps(
        {
            "what": "Calendar months, edges of windows, and events inside or outside them",
            "source": {
                "kind": "software",
                "name": "Python standard library (datetime, calendar)",
                "script": "calendar-cases.py",
                "working": "values by hand in the script, asserted equal",
            },
            "addMonths": [month_case(*case) for case in MONTHS],
            "edges": [edge_case(*case) for case in EDGES],
            "events": [event_case(*case) for case in EVENTS],
        },
        indent=2,
    )
)
