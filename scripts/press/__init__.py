"""The press turns prose and data into pages, outputs and verdicts. It runs without MkDocs."""
