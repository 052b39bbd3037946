"""`python -m generator` is `speechdeck`."""

from generator.cli import main

if __name__ == "__main__":
    main()
