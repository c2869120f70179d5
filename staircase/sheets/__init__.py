"""Tables in and out: a module for each family of file formats, the only place that knows their libraries."""
