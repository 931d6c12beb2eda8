"""Writes the five synthetic extracts of this folder, and truth.json that says what is in them.

Plain Python 3, standard library only, one seed: the same bytes every time.
Every person, address, service and police force is invented.

    python3 make.py
"""

import csv
import datetime as dt
import io
import json
import math
import random
import textwrap
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
R = random.Random(20230417)
D = dt.date

PRINTED = D(2023, 4, 17)  # case management export
POLICE_RUN = D(2023, 4, 24)  # police extract
SEARCH_TO = D(2023, 4, 14)  # last day the police searches cover
FIRST_REFERRAL, LAST_REFERRAL = D(2020, 4, 1), D(2022, 2, 28)
N_PROGRAMME, N_COMPARISON = 110, 200
AGAIN_PROGRAMME, AGAIN_COMPARISON = 33, 84

F1 = "Case Mgmt export (referrals) 2023-04.csv"
F2 = "RMS_offences_extract.xlsx"
F3 = "police_searches.tsv"
F4 = "attendance.csv"
F5 = "victim contact log.csv"


def days(n):
    return dt.timedelta(days=n)


def a_year_after(day):
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else D(day.year + 1, 2, 28)


def uk(day):
    return day.strftime("%d/%m/%Y")


def us(day):
    return day.strftime("%m/%d/%Y")


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def mon(day):
    return f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year % 100:02d}"


def pick(weights):
    return R.choices(list(weights), list(weights.values()))[0]


def logistic():
    u = min(max(R.random(), 1e-9), 1 - 1e-9)
    return math.log(u / (1 - u))


def poisson(mean):
    limit, k, p = math.exp(-mean), 0, R.random()
    while p > limit:
        k += 1
        p *= R.random()
    return k


# ---------------------------------------------------------------- people

FORENAMES = (
    "Aled Brannoc Corwin Dafyd Edrik Fennel Garrow Hadrin Ivo Jorrin Kestrel Lorcan Maddox René Osric Perrin Quill "
    "Rowan Stellan Tamsyn Ulric Vesper Wystan Yorick Zoë Amabel Bryony Chloé Delphi Elowen"
).split()
SURNAMES = (
    "Ashbourn Brackwell Cindermoor Dunfold Elmstead Farrowby Grindlethorpe Hollowell Inkpenny Jessamy Kettlewick "
    "Larkfold Muddiman Nettlesham Oakhanger O’Sample Pennifold Quarrendon Rushmere Specimen Thistleby Underhay "
    "Vexley Winterfold Yarrowby"
).split()

people = []
for number in range(1, N_PROGRAMME + N_COMPARISON + 1):
    people.append({"ref": f"CL{number:05d}"})
arms = ["programme"] * N_PROGRAMME + ["comparison"] * N_COMPARISON
R.shuffle(arms)
span = (LAST_REFERRAL - FIRST_REFERRAL).days
referral_days = sorted(R.randrange(span + 1) for _ in people)
for person, arm, offset in zip(people, arms, referral_days):
    treated = arm == "programme"
    person["arm"] = arm
    person["index"] = FIRST_REFERRAL + days(offset)
    person["name"] = f"{R.choice(FORENAMES)} {R.choice(SURNAMES)}"
    person["gender"] = pick({"Male": 90, "Female": 10})
    person["ethnic"] = pick(
        {
            "White British": 66,
            "White other": 9,
            "Asian / Asian British": 11,
            "Black / Black British": 7,
            "Mixed": 4,
            "Other": 2,
            "Prefer not to say": 2,
        }
    )
    person["area"] = pick({"Eastfield": 4, "Northside": 3, "Riverside": 3})
    person["birth_year"] = person["index"].year - max(19, min(66, round(R.gauss(34 if treated else 36, 9))))
    person["dash"] = max(2, min(26, round(R.gauss(15.2 if treated else 13.6, 4.2))))
    person["prior12"] = min(7, poisson(1.5 if treated else 1.2))
    person["prior24"] = min(6, poisson(1.0 if treated else 0.8))
    person["source"] = pick({"Police": 44, "Probation": 17, "Children's social care": 19, "MARAC": 13, "Self": 7})
    person["found"] = True

by_ref = {p["ref"]: p for p in people}
programme = [p for p in people if p["arm"] == "programme"]
comparison = [p for p in people if p["arm"] == "comparison"]

for p in R.sample(programme, 2) + R.sample(comparison, 5):
    p["found"] = False
no_index = next(p for p in comparison if p["found"] and p["index"].month == 6)
twice = next(p for p in comparison if p["found"] and p["index"] > D(2020, 9, 1) and p is not no_index)

for arm, how_many in ((programme, AGAIN_PROGRAMME), (comparison, AGAIN_COMPARISON)):
    can = [p for p in arm if p["found"] and p is not no_index and p is not twice]
    for p in can:
        age = p["index"].year - p["birth_year"]
        p["latent"] = 0.11 * (p["dash"] - 14) + 0.45 * (p["prior12"] - 1.3) - 0.035 * (age - 35) + logistic()
    can.sort(key=lambda p: -p["latent"])
    for p in can[:how_many]:
        p["again"] = True
for p in people:
    p.setdefault("again", False)

# ---------------------------------------------------------------- police events (file 2)

DA_CRIMES = [
    ("105/01", "Common assault and battery"),
    ("008/06", "Assault occasioning actual bodily harm"),
    ("195/94", "Harassment without violence"),
    ("008/67", "Controlling or coercive behaviour"),
    ("149/00", "Criminal damage"),
    ("066/34", "Breach of non-molestation order"),
]
OTHER_CRIMES = [
    ("046/00", "Theft from a shop"),
    ("092/02", "Possession of cannabis"),
    ("049/10", "Other theft"),
    ("149/00", "Criminal damage"),
    ("009/07", "Public fear, alarm or distress"),
]
OUTCOMES = {
    "Charged/summonsed": 24,
    "NFA - evidential difficulties": 40,
    "NFA - victim does not support": 26,
    "Caution": 6,
    "Community resolution": 4,
}

events = []


def add_event(person, day, da, crime, role, keep=True):
    code, words = R.choice(DA_CRIMES if da else OTHER_CRIMES)
    if not crime:
        code, words = "", "Domestic incident, no crime" if da else "Anti-social behaviour, no crime"
    damage = words in ("Criminal damage", "Theft from a shop", "Other theft")
    event = {
        "person": person["ref"] if person else "",
        "day": day,
        "recorded": dt.datetime.combine(day + days(pick({0: 60, 1: 18, 2: 9, 4: 6, 8: 3})), dt.time(R.randrange(24), R.randrange(60))),
        "code": code,
        "words": words,
        "da": da,
        "crime": crime,
        "role": role,
        "outcome": pick(OUTCOMES) if crime and role != "Vict" else "",
        "victim": f"N{R.randrange(400000, 499999)}" if da and role != "Vict" else "",
        "address": f"{R.randrange(1, 180)} {R.choice(['Example', 'Madeup', 'Nowhere', 'Sample'])} {R.choice(['Road', 'Lane', 'Close'])}, "
        f"{R.choice(['Eastfield', 'Northside', 'Riverside'])}",
        "loss": round(R.uniform(4, 900), 2) if damage else None,
        "keep": keep,
        "bad": None,
        "form": "date",
    }
    events.append(event)
    return event


def suspect():
    return pick({"Susp": 84, "Offr": 16})


def after(person, low, high):
    """A day so many days after the index, never past what the searches cover."""
    latest = min(high, (SEARCH_TO - person["index"]).days - 10)
    return person["index"] + days(R.randrange(low, latest)) if latest > low else None


for p in people:
    if not p["found"]:
        continue
    base = p["index"]
    if p is no_index:
        add_event(p, base - days(60), True, True, "Susp")
        continue
    for _ in range(p["prior12"]):
        add_event(p, base - days(R.randrange(18, 345)), True, True, suspect())
    for _ in range(p["prior24"]):
        add_event(p, base - days(R.randrange(380, 710)), True, True, suspect())
    for _ in range(poisson(0.5)):
        add_event(p, base - days(R.randrange(18, 345)), False, True, suspect())
    if R.random() < 0.22:
        add_event(p, base - days(R.randrange(18, 345)), True, False, "Susp")
    if p is twice:
        continue
    if p["again"]:
        for _ in range(1 + poisson(0.6)):
            add_event(p, after(p, 6, 342), True, True, suspect())
    if R.random() < (0.3 if p["again"] else 0.14):
        add_event(p, after(p, 6, 342), False, True, suspect())
    if R.random() < 0.16:
        add_event(p, after(p, 6, 342), True, False, "Susp")
    if R.random() < 0.05:
        add_event(p, after(p, 6, 342), True, True, "Vict")
    if R.random() < 0.15:
        day = after(p, 380, 700)
        if day:
            add_event(p, day, True, True, suspect())

again = [p for p in people if p["again"]]
settled = iter(R.sample(again, 8))  # whatever happens to a bad row, these people have another event that counts

# One crime, two suspects: the same crime reference twice, and neither row is a duplicate.
first, second = next(settled), next(settled)
shared_day = min(first["index"], second["index"]) - days(30)
pair = [add_event(first, shared_day, False, True, "Susp"), add_event(second, shared_day, False, True, "Susp")]
for field in ("code", "words", "recorded", "address", "loss", "outcome"):
    pair[1][field] = pair[0][field]


def bad_event(kind, column, about, **change):
    event = add_event(about, about["index"] + days(100), True, True, "Susp", keep=False)
    event.update(change)
    event["bad"] = {"kind": kind, "column": column}
    return event


bad_event("impossible date", "Committed From", next(settled), form="text", text="31/02/2022")
bad_event("date after the extract was run", "Committed From", next(settled), day=D(2032, 3, 15))
bad_event("person in no other file", "Nominal Ref", next(settled), person="CL00999")
bad_event("blank person reference", "Nominal Ref", next(settled), person="")
bad_event("flag that is neither Y nor N", "DA Marker", next(settled), flag="?")
swapped = next(settled)
bad_event(
    "recorded before it happened",
    "Recorded Dt/Time",
    swapped,
    recorded=dt.datetime.combine(swapped["index"] + days(60), dt.time(8, 30)),
)

events.sort(key=lambda e: (e["recorded"], e["person"], e["words"]))
serial = 41200
for e in events:
    serial += R.randrange(3, 90)
    e["event"] = f"{serial:07d}"
pair[1]["event"] = pair[0]["event"]
twins = [e for e in R.sample(events, 40) if e["keep"] and e not in pair and e["person"]][:2]
for twin in twins:
    copy = dict(twin, keep=False, bad={"kind": "exact duplicate row", "column": None})
    events.insert(events.index(twin) + 1, copy)

spoiled = [e for e in events if e["keep"] and e not in twins and e not in pair]
for e in R.sample(spoiled, 110):
    e["spelling"] = "lower" if R.random() < 0.5 else "trailing"
for e in R.sample(spoiled, 75):
    e["form"], e["text"] = "text", uk(e["day"])


def written_ref(e):
    how = e.get("spelling")
    return e["person"].lower() if how == "lower" else e["person"] + "  " if how == "trailing" else e["person"]


# ---------------------------------------------------------------- counts, by plain loops

def reoffenders(arm, wanted):
    """People of an arm with an event that `wanted` accepts, after the index date and up to the same day a year on."""
    n = 0
    for p in people:
        if p["arm"] != arm or p is no_index:
            continue
        hit = False
        for e in events:
            if e["keep"] and e["person"] == p["ref"] and p["index"] < e["day"] <= a_year_after(p["index"]) and wanted(e):
                hit = True
        n += hit
    return n


def both(wanted):
    return {"programme": reoffenders("programme", wanted), "comparison": reoffenders("comparison", wanted)}


def counted(e):
    return e["da"] and e["crime"] and e["role"] != "Vict"


primary = both(counted)
assert primary == {"programme": AGAIN_PROGRAMME, "comparison": AGAIN_COMPARISON}
for p in people:  # no event that stands lies near an edge of the window, by either date
    for e in events:
        if e["keep"] and e["person"] == p["ref"] and p is not no_index:
            for edge in (p["index"] - days(365), p["index"], a_year_after(p["index"])):
                for day in (e["day"], e["recorded"].date()):
                    assert abs((day - edge).days) > 3, (p["ref"], day, edge)

# ---------------------------------------------------------------- file 1: referrals

H1 = [
    "Client Ref", "Referral No", "Client name", "DOB year", "Gender", "Ethnic origin", "LA area", "Referral Dt",
    "Referral source", "Risk (DASH)", "Prior DA 12m", "Arm", "START dt", "Closed Dt", "closure reason",
    "Travel paid (£)", "Notes",
]  # fmt: skip
NOTES = [
    "Client’s sister called; will ring back",
    "Wants evening group - works shifts",
    "Says he and {name} have split up; not verified",
    "Café job, can't do Tuesdays",
    "Letter returned \"gone away\"",
    "Owes £40 travel, agreed with finance",
    "Two children, seen by school nurse",
    "Prefers to be called {short}",
]

starters = []
for p in programme:
    p["start"] = None
    if R.random() < 0.88:
        p["start"] = p["index"] + days(R.randrange(14, 75))
        starters.append(p)

CLOSED_P = {"Completed": 55, "Disengaged": 28, "Custody": 8, "Moved away": 9}
rows1 = []
for k, p in enumerate(people):
    short = p["name"].split()[0]
    if p["arm"] == "programme":
        closed = (p["start"] or p["index"]) + days(R.randrange(90, 260))
        reason = pick(CLOSED_P) if p["start"] else pick({"Disengaged": 7, "Not contactable": 3})
    else:
        closed, reason = p["index"] + days(R.randrange(10, 60)), "No place"
    p["reason"] = reason
    note = R.choice(NOTES).format(name=R.choice(FORENAMES), short=short) if R.random() < 0.35 else ""
    rows1.append(
        {
            "Client Ref": p["ref"],
            "Referral No": f"R{p['index'].year % 100}-{k + 1001}",
            "Client name": p["name"],
            "DOB year": str(p["birth_year"]),
            "Gender": p["gender"],
            "Ethnic origin": p["ethnic"],
            "LA area": p["area"],
            "Referral Dt": uk(p["index"]),
            "Referral source": p["source"],
            "Risk (DASH)": str(p["dash"]),
            "Prior DA 12m": str(p["prior12"]),
            "Arm": p["arm"].capitalize(),
            "START dt": uk(p["start"]) if p.get("start") else "-",
            "Closed Dt": uk(closed),
            "closure reason": reason,
            "Travel paid (£)": f"£{R.randrange(2, 60)}.{R.choice(['00', '50', '80'])}" if p.get("start") and R.random() < 0.6 else "-",
            "Notes": note,
        }
    )

bad = []  # planted in all files
plain = [r for r in rows1 if r["Client Ref"] not in (no_index["ref"], twice["ref"])]


def blank_some(column, code, n):
    for r in R.sample([r for r in plain if r[column] not in ("ND", "-", "99")], n):
        r[column] = code


blank_some("Ethnic origin", "ND", 19)
blank_some("Ethnic origin", "-", 5)
blank_some("Gender", "ND", 3)
blank_some("DOB year", "ND", 4)
blank_some("Risk (DASH)", "ND", 8)
blank_some("Risk (DASH)", "99", 7)
blank_some("Prior DA 12m", "99", 9)
blank_some("Referral source", "-", 5)
police = [r for r in plain if r["Referral source"] == "Police"]
for r, spelling in zip(R.sample(police, 34), ["police "] * 20 + ["POLICE"] * 14):
    r["Referral source"] = spelling
for r in R.sample([r for r in plain if r["Arm"] == "Comparison"], 3):
    r["Arm"] = "comparison"

odd = iter(R.sample([r for r in plain if all(r[c] not in ("ND", "99") for c in ("DOB year", "Risk (DASH)", "Prior DA 12m"))], 5))
planted1 = []


def spoil(row, column, value, kind):
    row[column] = value
    planted1.append((row, column, kind))


spoil(next(r for r in rows1 if r["Client Ref"] == no_index["ref"]), "Referral Dt", "31/06/" + str(no_index["index"].year), "impossible date")
spoil(next(odd), "DOB year", "19855", "year of five figures")
spoil(next(odd), "DOB year", "1885", "year of birth before 1900")
spoil(next(odd), "Prior DA 12m", "two", "word where a number belongs")
spoil(next(odd), "Risk (DASH)", "45", "score above the 27 the checklist has")
early = next(odd)
spoil(
    early,
    "Closed Dt",
    uk(by_ref[early["Client Ref"]]["index"] - days(41)),
    "closed before the referral",
)

long_note = rows1[203]
long_note["Notes"] = "Rang twice; no reply.\r\nRang again, said \"yes\" to group"

twin1 = rows1[141]
copy1 = dict(twin1)
rows1.insert(rows1.index(twin1) + 1, copy1)
planted1.append((copy1, None, "exact duplicate row"))
again1 = dict(next(r for r in rows1 if r["Client Ref"] == twice["ref"]))
second_referral = twice["index"] + days(240)
again1.update({"Referral No": f"R{second_referral.year % 100}-1990", "Referral Dt": uk(second_referral), "Closed Dt": uk(second_referral + days(20)), "Notes": ""})
position = next((i for i, r in enumerate(rows1) if by_ref[r["Client Ref"]]["index"] > second_referral), len(rows1))
rows1.insert(position, again1)
planted1.append((again1, "Client Ref", "second referral of a person already referred; not an error, but the index date has to be chosen"))

preamble1 = ["CaseTrail – Referrals, all services (SYNTHETIC)", f"Printed on: {uk(PRINTED)} 09:14", ""]
out = io.StringIO(newline="")
out.write("".join(line + "\r\n" for line in preamble1))
writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
writer.writerow(H1)
header1 = len(preamble1) + 1
line_of = {}
for i, r in enumerate(rows1):
    line_of[id(r)] = (header1 + 1 + i, out.getvalue().count("\r\n") + 1)
    writer.writerow([r[h] for h in H1])
out.write(f"Total records: {len(rows1)}\r\n")
(HERE / F1).write_bytes(out.getvalue().encode("cp1252"))
for r, column, kind in planted1:
    row, line = line_of[id(r)]
    bad.append({"file": F1, "row": row, "line": line, "column": column, "value": r[column] if column else None, "kind": kind})

# ---------------------------------------------------------------- file 2: workbook

H2 = [
    "Crime Ref", "Nominal Ref", "Role", "Committed From", "Recorded Dt/Time", "HO Code", "Offence Desc", "DA Marker",
    "Crime Type", "Outcome", "Victim Ref", "Address", "Loss (£)",
]  # fmt: skip
strings, string_at = [], {}


def text_cell(ref, value, style=0):
    if value not in string_at:
        string_at[value] = len(strings)
        strings.append(value)
    return f'<c r="{ref}" t="s"' + (f' s="{style}"' if style else "") + f"><v>{string_at[value]}</v></c>"


def serial_of(when):
    base = dt.datetime(1899, 12, 30)
    full = when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())
    return f"{(full - base).total_seconds() / 86400:.10f}".rstrip("0").rstrip(".")


def number_cell(ref, value, style):
    return f'<c r="{ref}" s="{style}"><v>{value}</v></c>'


DATE, DATETIME, MONEY, BOLD = 1, 2, 3, 4
sheet_rows = []


def put(row, cells):
    sheet_rows.append(f'<row r="{row}">' + "".join(cells) + "</row>")


put(1, [text_cell("A1", "RMS - Recorded crime and incidents (SYNTHETIC)", BOLD)])
put(2, [text_cell("A2", "Sample Constabulary, Performance and Insight")])
put(3, [text_cell("A3", "Run date"), number_cell("B3", serial_of(POLICE_RUN), DATE)])
header2 = 5
put(header2, [text_cell("ABCDEFGHIJKLM"[i] + str(header2), h, BOLD) for i, h in enumerate(H2)])
blank_row2 = header2 + 1 + 500
at = header2
first2 = at + 1
for e in events:
    at += 1
    if at == blank_row2:
        at += 1
    e["row"] = at
    cells = [text_cell(f"A{at}", e["event"])]
    if e["person"]:
        cells.append(text_cell(f"B{at}", written_ref(e)))
    cells.append(text_cell(f"C{at}", e["role"]))
    cells.append(text_cell(f"D{at}", e["text"]) if e["form"] == "text" else number_cell(f"D{at}", serial_of(e["day"]), DATE))
    cells.append(number_cell(f"E{at}", serial_of(e["recorded"]), DATETIME))
    if e["code"]:
        cells.append(text_cell(f"F{at}", e["code"]))
    cells.append(text_cell(f"G{at}", e["words"]))
    cells.append(text_cell(f"H{at}", e.get("flag", "Y" if e["da"] else "N")))
    cells.append(text_cell(f"I{at}", "Crime" if e["crime"] else "Non-crime incident"))
    if e["outcome"]:
        cells.append(text_cell(f"J{at}", e["outcome"]))
    if e["victim"]:
        cells.append(text_cell(f"K{at}", e["victim"]))
    cells.append(text_cell(f"L{at}", e["address"]))
    if e["loss"] is not None:
        cells.append(number_cell(f"M{at}", f"{e['loss']:.2f}", MONEY))
    put(at, cells)
    if e["bad"]:
        column = e["bad"]["column"]
        shown = {
            "Committed From": e.get("text", e["day"].isoformat()),
            "Nominal Ref": e["person"],
            "DA Marker": e.get("flag"),
            "Recorded Dt/Time": e["recorded"].isoformat(),
        }
        bad.append({"file": F2, "row": at, "column": column, "value": shown.get(column), "kind": e["bad"]["kind"]})
last2 = at
total = sum(e["loss"] or 0 for e in events)
put(last2 + 1, [text_cell(f"A{last2 + 1}", "Total", BOLD), f'<c r="M{last2 + 1}" s="{MONEY}"><f>SUM(M{first2}:M{last2})</f><v>{total:.2f}</v></c>'])

NOTE_LINES = [
    "Notes (synthetic data)",
    "One row for each person in each crime or incident; a crime with two suspects has two rows.",
    "Nominal Ref was typed by the team that ran the searches, from the client list of the service.",
    "Role: Susp = suspect, Offr = offender, Vict = victim.",
    "Committed From is the first day of a span. Some older records hold it as text.",
]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
sheet1 = (
    f'{DECL}<worksheet xmlns="{MAIN}"><dimension ref="A1:M{last2 + 1}"/><cols><col min="1" max="13" width="18" customWidth="1"/></cols>'
    f'<sheetData>{"".join(sheet_rows)}</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells></worksheet>'
)
notes_rows = "".join(f'<row r="{i}">{text_cell(f"A{i}", line)}</row>' for i, line in enumerate(NOTE_LINES, 1))
sheet2 = f'{DECL}<worksheet xmlns="{MAIN}"><dimension ref="A1:A{len(NOTE_LINES)}"/><sheetData>{notes_rows}</sheetData></worksheet>'
styles = (
    f'{DECL}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
shared = "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in strings)
parts = {
    "[Content_Types].xml": f'{DECL}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'{DECL}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{DECL}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Offences" sheetId="1" r:id="rId1"/>'
    '<sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{DECL}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{REL}/worksheet" Target="worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId4" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": sheet1,
    "xl/worksheets/sheet2.xml": sheet2,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": f'{DECL}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{shared}</sst>',
}
with zipfile.ZipFile(HERE / F2, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
    for name, body in parts.items():
        info = zipfile.ZipInfo(name, (2023, 4, 24, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 0
        book.writestr(info, body.encode("utf-8"), compresslevel=9)

# ---------------------------------------------------------------- file 3: searches

H3 = ["client_ref", "system", "search_dt", "period_from", "period_to", "result"]
rows3 = []
for p in sorted(people, key=lambda p: R.random()):
    searched = R.choice([D(2023, 4, 18), D(2023, 4, 19), D(2023, 4, 20), D(2023, 4, 21)])
    begun = D(p["index"].year - 2, p["index"].month, min(p["index"].day, 28))
    rows3.append([p["ref"], "RMS", us(searched), us(begun), us(SEARCH_TO), "Match" if p["found"] else "No match"])
searched_twice = next(r for r in rows3 if by_ref[r[0]]["again"])
rows3.insert(120, [*searched_twice[:2], "04/17/2023", *searched_twice[3:5], "No match"])
rows3.insert(200, ["CL00888", "RMS", "04/19/2023", "05/02/2019", us(SEARCH_TO), "No match"])
rows3[260][2] = "20/04/2023"
rows3[280][3], rows3[280][4] = rows3[280][4], rows3[280][3]
wrong_way, other_order = rows3[280][0], rows3[260][0]
assert no_index["ref"] not in (wrong_way, other_order)
body3 = "\n".join("\t".join(r) for r in [H3, *rows3]) + "\n"
(HERE / F3).write_bytes(body3.encode("utf-8"))
bad += [
    {"file": F3, "row": 122, "column": "client_ref", "value": rows3[120][0], "kind": "searched twice, No match first and Match later"},
    {"file": F3, "row": 202, "column": "client_ref", "value": "CL00888", "kind": "person in no other file"},
    {"file": F3, "row": 262, "column": "search_dt", "value": "20/04/2023", "kind": "day and month the other way round"},
    {"file": F3, "row": 282, "column": "period_from", "value": rows3[280][3], "kind": "period ends before it begins"},
]

# ---------------------------------------------------------------- file 4: attendance

H4 = ["Client Ref", "Session date", "Session type", "Planned mins", "Attended", "Reason not attended", "Facilitator"]
PAGE = 57
groups = []
for p in starters:
    how_many = {"Completed": (15, 21), "Disengaged": (2, 9), "Custody": (3, 10), "Moved away": (3, 12)}[p["reason"]]
    day, sessions = p["start"], []
    for k in range(R.randrange(*how_many)):
        if day > PRINTED:
            break
        kind = "1:1" if k < 2 or R.random() < 0.15 else "Group"
        came = k == 0 or R.random() < 0.8
        why = "" if came else pick({"No contact": 5, "Work": 3, "Unwell": 3, "Childcare": 1})
        sessions.append([mon(day), kind, "60" if kind == "1:1" else "120", "Y" if came else "N", why, f"F{R.randrange(1, 9):02d}"])
        day += days(7 if R.random() < 0.9 else 14)
    groups.append([p["ref"], sessions])
groups.sort()
long_groups = R.sample([g for g in groups if len(g[1]) > 8], 5)
long_groups[0][1][3][0] = "30-Feb-22"
long_groups[1][1][4][3] = "?"
long_groups[2][1][5][2] = "2 hrs"
long_groups[3][1][6] = list(long_groups[3][1][5])
before_start = by_ref[long_groups[4][0]]["index"]
long_groups[4][1][7][0] = mon(D(before_start.year - 1, before_start.month, min(before_start.day, 28)))
mistyped = min((g for g in groups if g not in long_groups and len(g[1]) > 4), key=lambda g: len(g[1]))
mistyped_ref = mistyped[0]

lines4, records4, repeats4, first_rows = [",".join(H4)], 0, [], {}
for ref, sessions in groups:
    shown = ref
    if ref == mistyped_ref:
        shown = "CLO" + ref[3:]  # the letter O for the first nought
    for k, s in enumerate(sessions):
        if len(lines4) % PAGE == 0:
            lines4.append(",".join(H4))
            repeats4.append(len(lines4))
        lines4.append(",".join([shown if k == 0 else "", *s]))
        records4 += 1
        first_rows[(ref, k)] = len(lines4)
(HERE / F4).write_bytes(("\ufeff" + "\r\n".join(lines4) + "\r\n").encode("utf-8"))


def bad4(group, k, column, kind):
    value = group[1][k][H4.index(column) - 1] if column else None
    bad.append({"file": F4, "row": first_rows[(group[0], k)], "column": column, "value": value, "kind": kind})


bad4(long_groups[0], 3, "Session date", "impossible date")
bad4(long_groups[1], 4, "Attended", "answer that is neither Y nor N")
bad4(long_groups[2], 5, "Planned mins", "number with a unit")
bad4(long_groups[3], 6, None, "exact duplicate row")
bad4(long_groups[4], 7, "Session date", "session before the referral")
bad.append(
    {
        "file": F4,
        "row": first_rows[(mistyped_ref, 0)],
        "toRow": first_rows[(mistyped_ref, len(mistyped[1]) - 1)],
        "column": "Client Ref",
        "value": "CLO" + mistyped_ref[3:],
        "kind": f"letter O for nought: meant {mistyped_ref}; the blanks below it inherit the fault",
    }
)

# ---------------------------------------------------------------- file 5: victim-survivor contact

H5 = ["Person ref", "Victim ref", "Wave", "Contact date", "Type of abuse", "Severity (0-3)", "Reported by", "Safe to contact"]
KINDS = ["Physical", "Sexual", "Harassment – stalking", "Jealous / controlling", "Economic"]
rows5, victims = [], 0
with_victim = sorted(R.sample(programme, 68), key=lambda p: p["ref"])
for n, p in enumerate(with_victim):
    for _ in range(2 if n in (11, 29, 50) else 1):
        victims += 1
        victim = f"VS{victims:03d}"
        level = {k: min(3, max(0, round(R.gauss(1.7 if k != "Sexual" else 0.8, 0.9)))) for k in KINDS}
        waves = [("Intake", p["index"] + days(R.randrange(7, 30)))]
        if R.random() < 0.68:
            waves.append(("Exit", p["index"] + days(R.randrange(200, 330))))
        for wave, day in waves:
            teller = "Worker" if R.random() < 0.08 else "Victim-survivor"
            for k in KINDS:
                severity = level[k] if wave == "Intake" else max(0, level[k] - pick({0: 5, 1: 4, 2: 2}))
                shown = "9" if R.random() < 0.04 else "77" if R.random() < 0.03 else str(severity)
                rows5.append([p["ref"], victim, wave, day.isoformat(), k, shown, teller, "N" if wave == "Exit" and R.random() < 0.03 else "Y"])
rows5[83][5] = "4"
rows5[147][3] = "2022-02-30"
rows5[211][0] = "CL00777"
rows5[260][1] = ""
clash = list(rows5[301])
clash[5] = "0" if clash[5] != "0" else "2"
rows5.insert(302, clash)
text5 = io.StringIO(newline="")
csv.writer(text5, lineterminator="\n").writerows([H5, *rows5])
(HERE / F5).write_bytes(text5.getvalue().encode("utf-8"))
bad += [
    {"file": F5, "row": 85, "column": "Severity (0-3)", "value": "4", "kind": "severity beyond the scale"},
    {"file": F5, "row": 149, "column": "Contact date", "value": "2022-02-30", "kind": "impossible date"},
    {"file": F5, "row": 213, "column": "Person ref", "value": "CL00777", "kind": "person in no other file"},
    {"file": F5, "row": 262, "column": "Victim ref", "value": "", "kind": "blank victim reference"},
    {"file": F5, "row": 304, "column": "Severity (0-3)", "value": clash[5], "kind": "same person, victim, wave, type and reporter as the row above with another severity"},
]

# ---------------------------------------------------------------- truth


def col(header, meaning, kind, **more):
    return {"header": header, "meaning": meaning if isinstance(meaning, list) else [meaning], "type": kind, **more}


def count1(column):
    return {code: n for code in ("ND", "-", "99") if (n := sum(r[column] == code for r in rows1))}


for arm_people in (programme, comparison):
    assert all(p["arm"] == arm_people[0]["arm"] for p in arm_people)
n_p, n_c = len(programme), len([p for p in comparison if p is not no_index])
lower = [e for e in events if e.get("spelling") == "lower"]
trailing = [e for e in events if e.get("spelling") == "trailing"]
mean = lambda values: round(sum(values) / len(values), 4)  # noqa: E731

truth = {
    "synthetic": True,
    "note": "Every person, name, address, service and police force is invented. Rows count from 1. In a delimited file a row is one record, preamble and headers included, and `line` is the line of the file where it begins, given where the two can differ; in a workbook a row is the row of the sheet.",
    "files": [
        {
            "file": F1,
            "tables": ["people", "referrals"],
            "reader": "delimited",
            "delimiter": ";",
            "encoding": "windows-1252",
            "lineEnds": "CRLF",
            "headerRow": header1,
            "footerRows": 1,
            "footer": f"Total records: {len(rows1)}",
            "dataRows": len(rows1),
            "recordOverTwoLines": {"row": line_of[id(long_note)][0], "column": "Notes"},
            "columns": [
                col("Client Ref", ["people.person", "referrals.person"], "text"),
                col("Referral No", "referrals.referral", "text"),
                col("Client name", "leave-out", "text", directIdentifier=True),
                col("DOB year", "people.birth_year", "integer", missing=["ND"], missingCounts=count1("DOB year")),
                col("Gender", "people.sex", "category", missing=["ND"], missingCounts=count1("Gender"), recodes={"Male": "male", "Female": "female"}),
                col("Ethnic origin", "people.ethnicity", "category", missing=["ND", "-"], missingCounts=count1("Ethnic origin")),
                col("LA area", "people.area", "category"),
                col("Referral Dt", ["referrals.referral_date", "people.index_date"], "date", dateFormat="dd/mm/yyyy"),
                col(
                    "Referral source",
                    "referrals.source",
                    "category",
                    missing=["-"],
                    missingCounts=count1("Referral source"),
                    recodes={
                        "Police": "police",
                        "police ": "police",
                        "POLICE": "police",
                        "Probation": "probation",
                        "Children's social care": "social-care",
                        "MARAC": "marac",
                        "Self": "self",
                    },
                    twins=["Police", "police ", "POLICE"],
                ),
                col("Risk (DASH)", ["referrals.dash_score", "people covariate"], "integer", missing=["ND", "99"], missingCounts=count1("Risk (DASH)")),
                col("Prior DA 12m", "people covariate", "integer", missing=["99"], missingCounts=count1("Prior DA 12m")),
                col(
                    "Arm",
                    "people.arm",
                    "category",
                    recodes={"Programme": "programme", "Comparison": "comparison", "comparison": "comparison"},
                    twins=["Comparison", "comparison"],
                ),
                col("START dt", "stages.date", "date", dateFormat="dd/mm/yyyy", missing=["-"], missingCounts=count1("START dt"), optional=True),
                col("Closed Dt", "referrals.closed_date", "date", dateFormat="dd/mm/yyyy"),
                col(
                    "closure reason",
                    "referrals.closure_reason",
                    "category",
                    recodes={
                        "Completed": "completed",
                        "Disengaged": "disengaged",
                        "Custody": "custody",
                        "Moved away": "moved",
                        "Not contactable": "not-contactable",
                        "No place": "capacity",
                    },
                ),
                col("Travel paid (£)", "not needed", "money", missing=["-"], missingCounts=count1("Travel paid (£)")),
                col("Notes", "leave-out", "text", directIdentifier=True, why="free text with names in it"),
            ],
        },
        {
            "file": F2,
            "tables": ["events"],
            "reader": "workbook",
            "sheet": "Offences",
            "otherSheets": ["Notes"],
            "headerRow": header2,
            "range": f"A{header2}:M{last2}",
            "footerRows": 1,
            "footer": "Total row with a sum of Loss (£)",
            "blankRowsWithin": [blank_row2],
            "dataRows": len(events),
            "refSpellings": {"asFile1": len(events) - len(lower) - len(trailing), "lowerCase": len(lower), "trailingSpaces": len(trailing)},
            "textDates": len([e for e in events if e["form"] == "text"]),
            "sharedCrime": {
                "crimeRef": pair[0]["event"],
                "rows": sorted(e["row"] for e in pair),
                "note": "one crime with two suspects: not a duplicate",
            },
            "columns": [
                col("Crime Ref", "events.event", "text", note="leading noughts"),
                col("Nominal Ref", "events.person", "text", twins=["CL00123", "cl00123", "CL00123  "], note="trim and upper case to meet the Client Ref of the first file"),
                col("Role", "events.role", "category", recodes={"Susp": "suspect", "Offr": "offender", "Vict": "victim"}),
                col("Committed From", "events.event_date", "date", dateFormat="excel date cells, and text as dd/mm/yyyy"),
                col("Recorded Dt/Time", "events.recorded_date", "date", dateFormat="excel date cells with a time of day"),
                col("HO Code", "events.code", "category", note="illustrative codes; blank for an incident"),
                col("Offence Desc", "events.offence", "text"),
                col("DA Marker", "events.domestic", "boolean", recodes={"Y": True, "N": False}),
                col("Crime Type", "events.crime", "boolean", recodes={"Crime": True, "Non-crime incident": False}),
                col(
                    "Outcome",
                    "events.disposal",
                    "category",
                    recodes={
                        "Charged/summonsed": "charge",
                        "NFA - evidential difficulties": "no-further-action",
                        "NFA - victim does not support": "no-further-action",
                        "Caution": "caution",
                        "Community resolution": "community-resolution",
                    },
                ),
                col("Victim Ref", "events.victim", "text", note="police ids; they do not meet those of the contact log"),
                col("Address", "leave-out", "text", directIdentifier=True),
                col("Loss (£)", "not needed", "money"),
            ],
        },
        {
            "file": F3,
            "tables": ["searches"],
            "reader": "delimited",
            "delimiter": "\t",
            "encoding": "utf-8",
            "lineEnds": "LF",
            "headerRow": 1,
            "footerRows": 0,
            "dataRows": len(rows3),
            "columns": [
                col("client_ref", "searches.person", "text"),
                col("system", "searches.source", "category", recodes={"RMS": "events"}),
                col("search_dt", "searches.searched_on", "date", dateFormat="mm/dd/yyyy"),
                col("period_from", "searches.from", "date", dateFormat="mm/dd/yyyy"),
                col("period_to", "searches.to", "date", dateFormat="mm/dd/yyyy"),
                col("result", "searches.found", "boolean", recodes={"Match": True, "No match": False}),
            ],
        },
        {
            "file": F4,
            "tables": ["sessions"],
            "reader": "delimited",
            "delimiter": ",",
            "encoding": "utf-8",
            "byteOrderMark": True,
            "lineEnds": "CRLF",
            "headerRow": 1,
            "repeatedHeaderRows": repeats4,
            "footerRows": 0,
            "dataRows": records4,
            "people": len(groups),
            "fillDown": ["Client Ref"],
            "columns": [
                col("Client Ref", "sessions.person", "text", note="on the first row of a client only"),
                col("Session date", "sessions.session_date", "date", dateFormat="dd-mon-yy"),
                col("Session type", "sessions.component", "category", recodes={"Group": "group", "1:1": "one-to-one"}),
                col("Planned mins", "sessions.planned_minutes", "number"),
                col("Attended", "sessions.attended", "boolean", recodes={"Y": True, "N": False}),
                col("Reason not attended", "sessions.absence_reason", "category"),
                col("Facilitator", "sessions.worker", "text", note="worker codes, not names"),
            ],
        },
        {
            "file": F5,
            "tables": ["abuse"],
            "keptApart": "reports of victim-survivors; never merged with police records or with the people followed",
            "reader": "delimited",
            "delimiter": ",",
            "encoding": "utf-8",
            "byteOrderMark": False,
            "lineEnds": "LF",
            "headerRow": 1,
            "footerRows": 0,
            "dataRows": len(rows5),
            "people": len(with_victim),
            "victims": victims,
            "columns": [
                col("Person ref", "abuse.person", "text"),
                col("Victim ref", "abuse.victim", "text", note="a pseudonym of the service"),
                col("Wave", "abuse.wave", "category", recodes={"Intake": "intake", "Exit": "exit"}),
                col("Contact date", "abuse.date", "date", dateFormat="yyyy-mm-dd"),
                col(
                    "Type of abuse",
                    "abuse.kind",
                    "category",
                    recodes={
                        "Physical": "physical",
                        "Sexual": "sexual",
                        "Harassment – stalking": "harassment-stalking",
                        "Jealous / controlling": "jealous-controlling",
                        "Economic": "economic",
                    },
                ),
                col(
                    "Severity (0-3)",
                    "abuse.severity",
                    "integer",
                    missing=["9", "77"],
                    missingCounts={c: sum(r[5] == c for r in rows5) for c in ("9", "77")},
                ),
                col("Reported by", "abuse.reporter", "category", recodes={"Victim-survivor": "victim-survivor", "Worker": "worker"}),
                col("Safe to contact", "not needed", "boolean", recodes={"Y": True, "N": False}),
            ],
        },
    ],
    "constants": {"people.role": "perpetrator"},
    "directIdentifiers": [
        {"file": F1, "column": "Client name"},
        {"file": F1, "column": "Notes"},
        {"file": F2, "column": "Address"},
    ],
    "plantedBad": bad,
    "people": {
        "byArm": {"programme": len(programme), "comparison": len(comparison)},
        "withIndexDate": {"programme": n_p, "comparison": n_c},
        "withoutIndexDate": [no_index["ref"]],
        "referredTwice": {
            "person": twice["ref"],
            "first": twice["index"].isoformat(),
            "second": second_referral.isoformat(),
            "note": "no event follows either date, so the outcome is the same",
        },
        "startedProgramme": len(starters),
        "indexDate": {"rule": "referrals.referral_date, the first", "from": min(p["index"] for p in people).isoformat(), "to": max(p["index"] for p in people).isoformat()},
    },
    "searches": {
        "everyoneSearched": True,
        "covers": "two years before the referral up to 2023-04-14, at least a year after every index date",
        "notFound": {"programme": sum(not p["found"] for p in programme), "comparison": sum(not p["found"] for p in comparison)},
        "notFoundRefs": sorted(p["ref"] for p in people if not p["found"]),
        "periodTheWrongWayRound": {"person": wrong_way, "arm": by_ref[wrong_way]["arm"], "reoffended": by_ref[wrong_way]["again"]},
        "searchDateTheOtherWayRound": {
            "person": other_order,
            "arm": by_ref[other_order]["arm"],
            "reoffended": by_ref[other_order]["again"],
            "note": "a reader that sets the whole row aside leaves this person, and the one above, without a search",
        },
        "searchedTwice": {"person": searched_twice[0], "arm": by_ref[searched_twice[0]]["arm"], "reoffended": True, "note": "the later search found them"},
    },
    "reoffending": {
        "definition": "at least one crime with the domestic-abuse marker, as suspect or offender, committed after the referral date and up to the same day a year later; planted bad rows set aside, references trimmed and put in upper case",
        "edges": "no event that stands was committed or recorded within three days of the referral date or of a year before or after it, so either date and either edge rule gives these counts",
        "within12Months": primary,
        "ofPeopleWithIndexDate": {"programme": n_p, "comparison": n_c},
        "ofPeopleWithIndexDateAndFound": {
            "programme": sum(p["found"] for p in programme),
            "comparison": sum(p["found"] for p in comparison if p is not no_index),
        },
        "share": {"programme": round(primary["programme"] / n_p, 6), "comparison": round(primary["comparison"] / n_c, 6)},
        "crudeRiskDifference": round(primary["programme"] / n_p - primary["comparison"] / n_c, 6),
        "ifDecidedOtherwise": {
            "nonCrimeIncidentsCount": both(lambda e: e["da"] and e["role"] != "Vict"),
            "victimRowsCount": both(lambda e: e["da"] and e["crime"]),
            "anyCrime": both(lambda e: e["crime"] and e["role"] != "Vict"),
        },
        "ifReferencesAreNotMended": {
            "lowerCaseLost": both(lambda e: counted(e) and e.get("spelling") != "lower"),
            "lowerCaseAndTrailingSpacesLost": both(lambda e: counted(e) and not e.get("spelling")),
        },
    },
    "baselineMeans": {
        "note": "as generated, before missing codes and planted faults",
        "dash": {"programme": mean([p["dash"] for p in programme]), "comparison": mean([p["dash"] for p in comparison])},
        "priorDa12m": {"programme": mean([p["prior12"] for p in programme]), "comparison": mean([p["prior12"] for p in comparison])},
        "ageAtReferralByYear": {
            "programme": mean([p["index"].year - p["birth_year"] for p in programme]),
            "comparison": mean([p["index"].year - p["birth_year"] for p in comparison]),
        },
    },
    "mustBeConfirmed": [
        {"id": "arms", "question": "Which value of Arm is the programme, and which the people it is compared with", "answer": "Programme is treated; Comparison was referred and had no place"},
        {"id": "index-date", "question": "The day follow-up starts, in both arms, and which referral where there are two", "answer": "the first Referral Dt; not START dt, which only the programme has"},
        {"id": "outcome", "question": "What counts as reoffending, over how long", "answer": "a crime marked as domestic abuse, within 12 months of the index date"},
        {"id": "part-played", "question": "Whether incidents that are no crime and rows where the person is the victim count", "answer": "neither does"},
        {"id": "extract-date", "question": "The extract date: the export was printed, the police report was run and the searches end on three days", "answer": "2023-04-14 is the last day every source covers"},
        {"id": "found", "question": "Whether No match means not traced, or traced with no record", "answer": "not traced: the outcome is unknown"},
        {"id": "missing-99", "question": "Whether 99 (DASH, prior incidents) and 9 and 77 (severity) mean missing", "answer": "they do"},
        {"id": "references", "question": "Whether lower-case and padded references in the police file are the same people", "answer": "they are"},
        {"id": "before-index", "question": "Whether DASH and the prior count describe the person before the referral", "answer": "they do"},
        {"id": "fill-down", "question": "Whether a blank Client Ref in the attendance report repeats the one above, over page breaks too", "answer": "it does"},
    ],
    "provable": [
        {"id": "date-order-referrals", "file": F1, "proved": "dd/mm/yyyy", "by": "days above 12 come first"},
        {"id": "date-order-searches", "file": F3, "proved": "mm/dd/yyyy", "by": "days above 12 come second in all but one cell, which is planted"},
        {"id": "date-order-police-text", "file": F2, "proved": "dd/mm/yyyy", "by": "days above 12 come first in the cells that are text"},
        {"id": "date-cells-police", "file": F2, "proved": "date cells", "by": "the number format of the cells"},
        {"id": "date-order-attendance", "file": F4, "proved": "dd-mon-yy", "by": "the month is a word; days reach 31"},
        {"id": "date-order-contact", "file": F5, "proved": "yyyy-mm-dd", "by": "four figures first"},
        {"id": "encoding-referrals", "file": F1, "proved": "windows-1252", "by": "bytes that are not UTF-8, and bytes in 80 to 9F that are punctuation"},
        {"id": "delimiters", "proved": "semicolon, tab, comma, comma", "by": "every record has as many cells as its header"},
        {"id": "header-rows", "proved": "rows 4, 5, 1, 1, 1", "by": "the first row with a text in every column"},
        {"id": "same-people", "proved": "Client Ref, Nominal Ref, client_ref and Person ref are one id", "by": "values shared with the first file"},
    ],
}


def show(value, indent=0):
    """JSON as the formatter of the repository leaves it: objects opened out, short lists on one line."""
    pad = "  " * (indent + 1)
    if isinstance(value, dict) and value:
        inner = ",\n".join(f"{pad}{json.dumps(k, ensure_ascii=False)}: {show(v, indent + 1)}" for k, v in value.items())
        return "{\n" + inner + "\n" + "  " * indent + "}"
    if isinstance(value, list) and any(isinstance(v, (dict, list)) for v in value):
        return "[\n" + ",\n".join(pad + show(v, indent + 1) for v in value) + "\n" + "  " * indent + "]"
    line = json.dumps(value, ensure_ascii=False)
    if isinstance(value, list) and value and len(line) > 80 and all(isinstance(v, int) for v in value):
        return "[\n" + textwrap.fill(line[1:-1], 120, initial_indent=pad, subsequent_indent=pad) + "\n" + "  " * indent + "]"
    return line


(HERE / "truth.json").write_text(show(truth) + "\n", encoding="utf-8")

if __name__ == "__main__":
    print(len(rows1), len(events), len(rows3), records4, len(rows5), primary, len(bad), "bad rows planted")
