"""Keeps templates as Jinja has compiled them, for as long as the program runs: a preview, and the tests, build the same guide many times."""

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.BytecodeCache):
    """The compiled templates of environments with the same settings. A template that says something else is compiled anew."""

    def __init__(self) -> None:
        self.code = {}

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template, wherever the guide with it lies."""
        return super().get_bucket(environment, name, None, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key, bucket.checksum] = bucket.code


PAGES = Compiled()  # the templates of MkDocs' own environment
