"""The shell: options in, one call into the core, rendered text out. A module for each family of commands."""
