"""Three reports, asked for one after another. Predict the total before you run it."""

import time


def order_report(title: str) -> str:
    print(f"Asking for {title} ...")
    time.sleep(2)  # stands in for a slow network
    print(f"{title} is here")
    return title.upper()


def weather() -> str:
    return order_report("weather")


def news() -> str:
    return order_report("news")


def stocks() -> str:
    return order_report("stocks")


def main() -> None:
    started = time.monotonic()
    page = [weather(), news(), stocks()]
    print(f"{len(page)} reports in {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
