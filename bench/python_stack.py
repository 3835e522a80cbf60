"""What dbx takes the place of: rows by numpy and Faker, a pandas frame, SQLAlchemy's to_sql.

python_stack.py FILE ROWS: fills fact_loan_payments of a SQLite file as the example's spec has it
and prints the seconds that making and loading the rows took.
"""
import sys
import time

import numpy
import pandas
import sqlalchemy
from faker import Faker


def make_rows(count):
    random = numpy.random.default_rng(42)
    fake = Faker()
    fake.seed_instance(42)
    return pandas.DataFrame(
        {
            "company_key": random.integers(1, 1000, count),
            "date_key": random.integers(20230101, 20251231, count),
            "principal_paid": numpy.round(random.lognormal(6, 1, count), 2),
            "interest_paid": numpy.round(random.lognormal(4, 1, count), 2),
            "loan_id": [fake.bothify("LN-######") for _ in range(count)],
            "payment_date": [
                fake.date_between("-3y", "today").isoformat() for _ in range(count)
            ],
        }
    )


def main():
    path, count = sys.argv[1], int(sys.argv[2])
    engine = sqlalchemy.create_engine("sqlite:///" + path)
    began = time.perf_counter()
    make_rows(count).to_sql(
        "fact_loan_payments", engine, if_exists="replace", index=False, chunksize=10000
    )
    print(time.perf_counter() - began)


main()
